use sapa::domain::account::{Account, Person, Role, Stage};

#[test]
fn addresses_whom_the_manager_would() {
    let person = |name: &str, addressed_as: Option<&str>, role| Person {
        id: name.to_owned(),
        name: name.to_owned(),
        addressed_as: addressed_as.map(str::to_owned),
        role,
        ..Default::default()
    };
    let check = |own: Option<&str>, people: &[Person], expected: Option<&str>| {
        let account = Account { addressed_as: own.map(str::to_owned), people: people.to_vec(), ..Default::default() };
        assert_eq!(account.address(), expected, "{account:?}");
    };
    let clerk = person("山田 太郎", None, Role::Uses);
    let director = person("Ольга Смирнова", Some("Ольга Игоревна"), Role::Decides);
    // Any script, any direction, joined letters: kept as written.
    check(Some("أستاذة ليلى"), std::slice::from_ref(&clerk), Some("أستاذة ليلى"));
    check(None, &[clerk.clone(), director.clone()], Some("Ольга Игоревна"));
    check(None, std::slice::from_ref(&clerk), Some("山田 太郎"));
    check(None, &[], None);

    let account = Account { people: vec![clerk, director], ..Default::default() };
    assert_eq!(account.person("Ольга Смирнова").map(|person| person.role), Some(Role::Decides));
    assert_eq!(account.person(""), None);
}

#[test]
fn names_are_published_once_each() {
    let mut names: Vec<&str> = Stage::ALL.map(Stage::name).into_iter().chain(Role::ALL.map(Role::name)).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}
