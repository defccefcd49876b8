//! Which lines count together.

use super::line::RequestLine;

/// Numbers for what the lines are named by, such as their groups, in the order they first appear. A line without a name is
/// one of its own.
pub(super) fn numbers(lines: &[RequestLine], named_by: fn(&RequestLine) -> Option<&str>) -> Vec<usize> {
    let name = |index: usize| lines.get(index).and_then(named_by);
    // A table of first lines, at least half of it empty, in which a line looks from its name's own place on for one of the
    // same name. Sorting thousands of names would take longer than pricing their lines.
    let places = lines.len().saturating_mul(2).next_power_of_two();
    let mut table: Vec<Option<usize>> = vec![None; places];
    let mut numbers: Vec<usize> = Vec::with_capacity(lines.len());
    let mut count = 0;
    for line in 0..lines.len() {
        let mut earlier = None;
        if let Some(own) = name(line) {
            let mut place = digest(own) & (places - 1);
            while let Some(first) = table[place].filter(|first| name(*first) != Some(own)) {
                debug_assert!(first < line);
                place = (place + 1) & (places - 1);
            }
            earlier = table[place];
            table[place] = earlier.or(Some(line));
        }
        match earlier {
            Some(first) => numbers.push(numbers[first]),
            None => {
                numbers.push(count);
                count += 1;
            }
        }
    }
    numbers
}

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>, folded to its better half.
fn digest(name: &str) -> usize {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize
}
