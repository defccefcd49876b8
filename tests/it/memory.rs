use sapa::storage::Memory;

use crate::backend;

#[test]
fn memory_keeps_the_contract() {
    pollster::block_on(backend::check(Memory::new));
}
