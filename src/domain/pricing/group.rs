//! Which lines count together.

/// Numbers for what lines are named by, such as their groups, in the order they first appear. A line without a name is one of its
/// own.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub(super) fn numbers(names: &[Option<&str>]) -> Vec<usize> {
    // A table of first lines, at least half of it empty, in which a line looks from its name's own place on for one of the
    // same name. Sorting thousands of names would take longer than pricing their lines.
    let places = names.len().saturating_mul(2).next_power_of_two();
    let mut table: Vec<Place> = vec![EMPTY; places];
    let mut numbers: Vec<usize> = Vec::with_capacity(names.len());
    let mut count = 0;
    for (line, name) in names.iter().enumerate() {
        let mut earlier = None;
        if let Some(own) = name {
            let digest = digest(own);
            let mut place = digest as usize & (places - 1);
            while table[place] != EMPTY {
                let Place { line: first, digest: theirs } = table[place];
                if theirs == digest && names[first as usize] == *name {
                    earlier = Some(first as usize);
                    break;
                }
                place = (place + 1) & (places - 1);
            }
            if earlier.is_none() {
                table[place] = Place { line: u32::try_from(line).unwrap_or(u32::MAX), digest };
            }
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

/// The first line of a name, and the name's digest, so that names are compared only where they are likely the same.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    line: u32,
    digest: u32,
}

/// No order has as many lines as an address has bytes.
const EMPTY: Place = Place { line: u32::MAX, digest: 0 };

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>, with its better half folded onto the other.
#[inline]
fn digest(name: &str) -> u32 {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}
