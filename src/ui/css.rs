//! Style sheets without what only a reader of the source needs: comments, line breaks, indentation, and the blanks around
//! braces and commas. It is done while the crate is compiled, so the module holds nothing else.

/// The sheet in as few bytes as say the same, at the front of as many as it had, and how many of them these are.
///
/// Strings and addresses stay as they are, and so does a blank that means something: the one of `calc(a + b)`, of
/// `.a :hover`, or of `1px solid`.
pub const fn minify<const N: usize>(css: &str) -> ([u8; N], usize) {
    let css = css.as_bytes();
    let mut out = Out { bytes: [0; N], length: 0 };
    let mut is_blank = false;
    let mut at = 0;
    while at < css.len() {
        if css[at].is_ascii_whitespace() {
            is_blank = true;
            at += 1;
        } else if starts(css, at, b"/*") {
            at = after(css, at + 2, b"*/");
        } else {
            out.join(is_blank, css[at]);
            is_blank = false;
            let end = end_of_token(css, at);
            while at < end {
                out.push(css[at]);
                at += 1;
            }
        }
    }
    (out.bytes, out.length)
}

/// So many of the first bytes.
pub const fn front<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut front = [0; N];
    front.copy_from_slice(bytes.split_at(N).0);
    front
}

struct Out<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Out<N> {
    /// Makes ready for what comes next: with a blank, if there was one and it means something there.
    const fn join(&mut self, is_blank: bool, next: u8) {
        let last = if self.length == 0 { b'{' } else { self.bytes[self.length - 1] };
        if next == b'}' && last == b';' {
            self.length -= 1;
        } else if is_blank && !is_any_of(b"{};,>:(", last) && !is_any_of(b"{};,>)", next) {
            self.push(b' ');
        }
    }

    const fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }
}

/// Where a string or an address that begins here ends; anything else ends after one byte.
const fn end_of_token(css: &[u8], at: usize) -> usize {
    match css[at] {
        b'"' | b'\'' => end_of_string(css, at),
        b'(' if at >= 3 && starts(css, at - 3, b"url(") && !starts(css, at, b"(\"") && !starts(css, at, b"('") => {
            after(css, at, b")")
        }
        _ => at + 1,
    }
}

const fn end_of_string(css: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < css.len() && css[at] != css[start] {
        at += if css[at] == b'\\' { 2 } else { 1 };
    }
    least(at + 1, css.len())
}

/// The place after the next such mark, or the end.
const fn after(css: &[u8], mut at: usize, mark: &[u8]) -> usize {
    while at < css.len() && !starts(css, at, mark) {
        at += 1;
    }
    least(at + mark.len(), css.len())
}

const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

const fn starts(css: &[u8], at: usize, mark: &[u8]) -> bool {
    let mut matched = 0;
    while matched < mark.len() {
        if at + matched >= css.len() || css[at + matched] != mark[matched] {
            return false;
        }
        matched += 1;
    }
    true
}

const fn is_any_of(bytes: &[u8], byte: u8) -> bool {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != byte {
        at += 1;
    }
    at < bytes.len()
}
