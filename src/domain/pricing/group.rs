//! Which lines count together.

/// Numbers for what lines are named by, such as their groups, in the order they first appear. A line without a name is one of its
/// own.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub(super) fn numbers(names: &[Option<&str>]) -> Vec<usize> {
    // A table of first lines, at least half of it empty, in which a line looks from its name's own place on for one of the
    // same name. Sorting thousands of names would take longer than pricing their lines. A place holds the number of the line,
    // counted from one, and the name's digest, so that names are compared only where they are likely the same; no order has as
    // many lines as a word has values. It begins as zeros, which memory is full of when it is new.
    let places = names.len().saturating_mul(2).next_power_of_two();
    let mut table = vec![[0_u32; 2]; places];
    let mut numbers: Vec<usize> = Vec::with_capacity(names.len());
    let mut count = 0;
    for (line, name) in names.iter().enumerate() {
        let mut number = count;
        if let Some(own) = name {
            let digest = digest(own);
            let mut place = digest as usize & (places - 1);
            loop {
                let [first, theirs] = table[place];
                if first == 0 {
                    table[place] = [u32::try_from(line + 1).unwrap_or(u32::MAX), digest];
                    break;
                }
                let first = first as usize - 1;
                if theirs == digest && names[first] == *name {
                    number = numbers[first];
                    break;
                }
                place = (place + 1) & (places - 1);
            }
        }
        numbers.push(number);
        count += usize::from(number == count);
    }
    numbers
}

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>, with its better half folded onto the other.
#[inline]
fn digest(name: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.as_bytes() {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}
