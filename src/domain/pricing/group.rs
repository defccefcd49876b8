//! Which lines count together.

use super::line::RequestLine;

/// Numbers for what the lines are named by, such as their groups, in the order they first appear. A line without a name is
/// one of its own.
pub(super) fn numbers(lines: &[RequestLine], named_by: fn(&RequestLine) -> Option<&str>) -> Vec<usize> {
    let name = |index: usize| named_by(&lines[index]);
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_unstable_by(|a, b| name(*a).cmp(&name(*b)).then(a.cmp(b)));
    // For each line the first line of its group, then that line's turn among the first ones.
    let mut first: Vec<usize> = (0..lines.len()).collect();
    for pair in order.windows(2) {
        if let [before, line] = *pair
            && name(line).is_some()
            && name(line) == name(before)
        {
            first[line] = first[before];
        }
    }
    let mut numbers: Vec<usize> = Vec::with_capacity(lines.len());
    let mut count = 0;
    for (index, first) in first.into_iter().enumerate() {
        if first == index {
            numbers.push(count);
            count += 1;
        } else {
            numbers.push(numbers[first]);
        }
    }
    numbers
}
