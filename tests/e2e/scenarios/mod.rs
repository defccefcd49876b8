//! The stories, by theme.

mod account;
mod axe;
mod bad;
mod card;
mod comparison;
mod copies;
mod day;
mod demo;
mod embed;
mod ground;
mod import;
mod keyboard;
mod life;
mod lists;
mod look;
mod numbers;
mod offline;
mod planner;
mod prices;
mod requests;
mod restart;
mod rules;
mod sample;
mod save;
mod terms;
mod touch;
mod undo;
mod unread;

pub(crate) use prices::Prices;

use crate::harness::{Engine, Scenario};

/// A scenario named after its function, so that the report leads to the code.
macro_rules! tell {
    ($theme:ident :: $story:ident) => {
        Scenario::new(concat!(stringify!($theme), "::", stringify!($story)), |stage| Box::pin($theme::$story(stage)))
    };
}

/// Chromium's own protocol is what counts nodes and listeners.
const CHROMIUM_ONLY: &[(Engine, &str)] = &[
    (Engine::Webkit, "memory counters are read through Chromium's own protocol"),
    (Engine::Firefox, "memory counters are read through Chromium's own protocol"),
];
const NOT_BLOCKED: &[(Engine, &str)] =
    &[(Engine::Webkit, "WebKitGTK runs WebAssembly under a policy without 'wasm-unsafe-eval'")];

/// Every scenario, in the order they are played.
pub(crate) fn all() -> Vec<Scenario> {
    vec![
        tell!(ground::a_page_opens),
        tell!(ground::a_violation_is_seen).may_violate(),
        tell!(ground::shadow_roots_and_keys),
        tell!(ground::hands_do_what_they_say),
        tell!(ground::protocol).not_in(CHROMIUM_ONLY),
        tell!(demo::begins_with_a_client),
        tell!(demo::everyone_is_found),
        tell!(demo::tiers_change_the_discount),
        tell!(demo::terms_change_the_total),
        tell!(demo::waterfall_has_words_and_a_table),
        tell!(demo::sentences_say_what_was_granted),
        tell!(sample::speaks_the_language),
        tell!(save::to_the_host),
        tell!(save::on_the_device),
        tell!(save::waits_for_a_host_that_is_away),
        tell!(save::survives_a_reload),
        tell!(save::refuses_half_a_quote),
        tell!(rules::promotions_and_coupons),
        tell!(rules::steps_are_moved),
        tell!(rules::scenarios_side_by_side),
        tell!(rules::asks_for_approval),
        tell!(rules::debts_and_floors),
        tell!(rules::wishes_are_answered),
        tell!(rules::held_lines_stay),
        tell!(lists::lists_are_built_on_one_another),
        tell!(lists::a_category_counts_together),
        tell!(lists::a_weight_counts),
        tell!(lists::what_was_bought_before_counts),
        tell!(lists::loyalty_has_levels),
        tell!(lists::two_lines_lead_there_together),
        tell!(terms::parts_have_days),
        tell!(terms::paying_early_saves),
        tell!(terms::a_term_is_typed),
        tell!(terms::tax_comes_on_top),
        tell!(terms::the_demo_shows_tax),
        tell!(copies::a_client_sees_nothing_internal),
        tell!(copies::files_hold_the_quote),
        tell!(copies::a_link_goes_round),
        tell!(copies::a_link_keeps_steps_and_scenarios),
        tell!(copies::a_link_says_what_it_replaces),
        tell!(undo::the_last_step_is_named_and_taken_back),
        tell!(undo::keys_take_a_step_back),
        tell!(undo::the_focus_is_kept),
        tell!(import::rows_are_pasted),
        tell!(import::a_long_list_can_be_stopped),
        tell!(import::a_list_stays_and_goes),
        tell!(import::a_workbook_is_read),
        tell!(import::a_broken_workbook_is_explained).seconds(120),
        tell!(import::in_other_languages),
        tell!(import::rows_of_other_programs),
        tell!(offline::the_page_opens),
        tell!(numbers::a_wrong_number_is_explained),
        tell!(numbers::typing_is_followed),
        tell!(numbers::an_offer_is_taken_while_typing),
        tell!(numbers::an_ambiguous_number_is_echoed),
        tell!(numbers::numbers_follow_the_language),
        tell!(keyboard::a_whole_quote),
        tell!(keyboard::the_keys_are_listed),
        tell!(keyboard::the_list_steps_back),
        tell!(keyboard::the_focus_is_seen),
        tell!(touch::a_whole_quote),
        tell!(embed::the_tag),
        tell!(embed::the_call),
        tell!(embed::the_iframe),
        tell!(embed::the_iframe_of_another_origin),
        tell!(embed::two_on_one_page),
        tell!(embed::the_strict_policy),
        tell!(embed::the_ugly_page),
        tell!(embed::the_printed_proposal),
        tell!(embed::the_form),
        tell!(life::properties_before_definition),
        tell!(life::moving_loses_nothing),
        tell!(life::three_hundred_mounts_leave_nothing).not_in(CHROMIUM_ONLY).seconds(240),
        tell!(restart::a_panic_twice),
        tell!(account::another_user_sees_nothing),
        tell!(account::sign_out_closes),
        tell!(bad::a_malformed_host_is_said),
        tell!(unread::a_bad_record_goes_alone),
        tell!(unread::no_box_stays_empty),
        tell!(unread::a_silent_host_is_said),
        tell!(bad::a_foreign_origin_is_refused),
        tell!(bad::blocked_wasm_is_said).not_in(NOT_BLOCKED),
        tell!(bad::blocked_storage_is_said),
        tell!(bad::newer_data_are_left_alone),
        tell!(look::tokens_win),
        tell!(look::light_and_dark),
        tell!(look::every_width_works).seconds(240),
        tell!(look::targets_fit_a_finger),
        tell!(day::all_four_follow),
        tell!(day::from_call_to_promise_kept).seconds(120),
        tell!(day::by_keyboard_alone).seconds(180),
        tell!(day::by_touch_alone).seconds(120),
        tell!(day::in_indonesian).seconds(120),
        tell!(day::in_russian).seconds(120),
        tell!(day::offline).seconds(120),
        tell!(planner::weeks_days_and_a_list),
        tell!(planner::plans_deletes_and_takes_back),
        tell!(planner::an_outcome_in_two_taps),
        tell!(planner::moves_by_the_form),
        tell!(planner::explains_what_is_wrong),
        tell!(planner::moves_by_keys),
        tell!(planner::moves_by_mouse),
        tell!(planner::repeats_with_exceptions),
        tell!(planner::exports_calendar_files),
        tell!(planner::the_dial_answers),
        tell!(planner::by_keyboard_alone),
        tell!(planner::two_thousand_meetings),
        tell!(comparison::facts_have_an_age),
        tell!(comparison::a_client_sees_nothing_internal),
        tell!(comparison::a_fact_is_corrected),
        tell!(comparison::weights_move_the_score),
        tell!(comparison::answers_are_found_offline),
        tell!(comparison::bad_records_are_shown_as_text),
        tell!(comparison::the_table_by_keyboard),
        tell!(comparison::every_width_works).seconds(150),
        tell!(axe::no_finding_in_the_planner).seconds(600),
        tell!(axe::no_finding_in_the_comparison).seconds(600),
        tell!(axe::no_finding_in_any_state).seconds(600),
        tell!(axe::no_finding_in_price_lists).seconds(300),
        tell!(card::everyone_is_found),
        tell!(card::what_now_says_its_rules),
        tell!(card::a_call_is_logged),
        tell!(card::a_promise_is_guarded),
        tell!(card::sizes_are_guarded),
        tell!(card::money_adds_up),
        tell!(card::facts_are_edited),
        tell!(card::the_host_is_followed),
        tell!(card::the_segment_explains_itself),
        tell!(card::by_keyboard),
        tell!(card::by_touch),
        tell!(card::ten_thousand_clients),
        tell!(axe::no_finding_on_the_card).seconds(600),
        tell!(requests::only_our_own_origin),
    ]
}
