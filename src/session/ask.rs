//! Closures that are asked for a value.

/// A closure that is asked for a value. `dyn Fn() -> R` would do, but the table of each closure behind it holds two more ways
/// of calling, by value and exclusively, each compiled though nobody calls so; views have hundreds of closures.
pub trait Ask<R> {
    /// The value now.
    fn ask(&self) -> R;
}

impl<R, F: Fn() -> R> Ask<R> for F {
    fn ask(&self) -> R {
        self()
    }
}
