//! English.

use super::lexicon::Defaults;
use super::{Replacement, Rule, Scope};

pub(super) const DEFAULTS: Defaults = Defaults {
    phrases: [PROMISES, COMPARED, BELITTLED, QUEUED],
    replacements: &REPLACEMENTS,
    fillers: "can will do would could must really absolutely personally fully hereby happily gladly also even always \
              still certainly definitely solemnly just to want like able so too very rather quite such that simply only \
              almost hardly practically virtually next of my our 100",
    negators: "not no never cannot can't cant won't wont don't dont doesn't doesnt isn't isnt aren't arent wasn't wasnt \
               couldn't couldnt wouldn't wouldnt nor neither",
    address: "you you're youre you'll you've your yours",
};

const PROMISES: &str = "\
i|we|i'll|we'll|i'd|we'd ~ promise|guarantee|swear you?
i'm|we're ~ promising|guaranteeing you?
i|we am|are ~ promising|guaranteeing you?
i|we|i'll|we'll ~ give|make you my|our|a ~ word|promise|guarantee
you have my|our word
is|are ~ guaranteed
promise|guarantee you";

const COMPARED: &str = "\
when|once|if|until|unless you * buy|order|purchase|take|bought|ordered * volumes|volume|quantities|quantity|amounts like +
when|once|if|until|unless you * buy|order|purchase|take|bought|ordered as much|many as +
when|once|if|until|unless you * buy|order|purchase|take|bought|ordered on|at the scale|level of
when|once|if|until|unless you ~ are|were|grow|become|get as|so big|large as +
when|once|if|until|unless you're ~ as|so big|large as +
you|you're|your are|order|company? not ~ a? ~ big|large enough
volumes|quantities like ~ a|the ~ giant*|corporation*";

const BELITTLED: &str = "\
order*|buy*|purchas*|spend* so|too|very|that little|few
your ~ order*|purchase*|volume*|account ~ is|are|was|were ~ small|tiny|little|insignificant|minor|unimportant|trivial
you|you're are? ~ too|so small
such a ~ small|tiny|little|minor order|purchase|client|customer|account|company
just|only a ~ small|tiny|little|minor order|purchase|client|customer|account
too small an order|account
your ~ small|tiny|little order*|account|purchase*
small|minor|tiny client|customer|clients|customers
small fry
earn*|mak*|gain*|get* ~ nothing|little|peanuts|pennies ~ from|on|off|out ~ you|your
don't|dont|not|hardly|barely|cannot|can't|never ~ earn*|mak*|gain* * from|on|off you|your
isn't|isnt|not|hardly|barely ~ worth our|the|my ~ time|while|effort|trouble
less|least important client*|customer*";

const QUEUED: &str = "\
delay*|late|wait*|postpone*|because|since|due|busy|first|priority|before|finish*|behind|after * \
big|bigger|biggest|large|larger|largest|major|important|huge|giant|vip \
client|clients|client's|customer|customers|customer's|account|accounts|buyer|buyers|company
big|bigger|large|larger|major|important|huge|giant|vip client*|customer* come|comes|go|goes|is|are|has|have|get|gets ~ \
first|priority
bigger|larger|important client*|customer* than you|yours";

const REPLACEMENTS: [Replacement; 6] = [
    Replacement::of(Rule::Promise, Scope::Phrase, "I will do everything in my power to make sure that …"),
    Replacement::of(
        Rule::Promise,
        Scope::Sentence,
        "We usually meet the … deadline; if something unexpected happens, I will let you know at once.",
    ),
    Replacement::of(
        Rule::Promise,
        Scope::Sentence,
        "I will personally see to it that everything goes according to plan.",
    ),
    Replacement::of(Rule::SizeCompared, Scope::Sentence, "The discount you ask for starts from an order of …."),
    Replacement::of(
        Rule::SizeBelittled,
        Scope::Sentence,
        "Thank you for your order. The discount you ask for starts from an order of ….",
    ),
    Replacement::of(
        Rule::SizeQueued,
        Scope::Sentence,
        "Your order needs more time than we planned, and I am sorry for that. The new date is …; if anything changes, I \
         will call you at once.",
    ),
];
