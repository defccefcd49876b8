//! The rules of the list, and how they weigh.

/// A rule. The order here is the order of the list: first our word, then money, then the relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A commitment is late and the client was told nothing.
    CommitmentLate,
    /// A delay is known and the client does not know of it.
    DelayNotTold,
    /// Invoices are overdue, and the client owes something after all credits: one row, since the oldest due date.
    DebtOverdue,
    /// A commitment is late; the client knows.
    CommitmentLateTold,
    /// The credit limit is passed, by the amount.
    OverLimit,
    /// A commitment is due soon.
    CommitmentDueSoon,
    /// So many meetings since the last order, none of them known to be with a person who decides.
    NoDecisionMaker,
    /// Nothing is planned ahead with a client that has not lapsed.
    NoNextStep,
    /// A key or an active account has not spoken to us for long.
    Silence,
    /// An order came in, and there was no call or meeting since to thank for it.
    ThankForOrder,
    /// A promise was kept and nothing of more weight is open: a good moment to ask whom else we might serve.
    AskReferral,
}

/// How a row weighs. It never rises down the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Do it before anything else.
    Urgent,
    /// Do it soon.
    Warning,
    /// A good moment.
    Hint,
}

impl Rule {
    /// Every rule, in the order of the list.
    pub const ALL: [Rule; 11] = [
        Rule::CommitmentLate,
        Rule::DelayNotTold,
        Rule::DebtOverdue,
        Rule::CommitmentLateTold,
        Rule::OverLimit,
        Rule::CommitmentDueSoon,
        Rule::NoDecisionMaker,
        Rule::NoNextStep,
        Rule::Silence,
        Rule::ThankForOrder,
        Rule::AskReferral,
    ];

    /// The rule as it is published: lower case, the noun first.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::CommitmentLate => "commitment.late",
            Rule::DelayNotTold => "delay.not_told",
            Rule::DebtOverdue => "debt.overdue",
            Rule::CommitmentLateTold => "commitment.late_told",
            Rule::OverLimit => "credit.over_limit",
            Rule::CommitmentDueSoon => "commitment.due_soon",
            Rule::NoDecisionMaker => "decision_maker.not_met",
            Rule::NoNextStep => "next_step.none",
            Rule::Silence => "contact.silence",
            Rule::ThankForOrder => "order.thank",
            Rule::AskReferral => "referral.ask",
        }
    }

    /// How its rows weigh, unless an age makes one lighter.
    pub(super) const fn severity(self) -> Severity {
        match self {
            Rule::CommitmentLate | Rule::DelayNotTold | Rule::DebtOverdue => Severity::Urgent,
            Rule::CommitmentLateTold | Rule::OverLimit | Rule::CommitmentDueSoon | Rule::NoDecisionMaker => {
                Severity::Warning
            }
            Rule::NoNextStep | Rule::Silence | Rule::ThankForOrder | Rule::AskReferral => Severity::Hint,
        }
    }
}
