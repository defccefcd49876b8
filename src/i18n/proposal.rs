//! What a printed proposal says.

use super::messages::messages;

messages! {
    /// A message of the proposal.
    ProposalKey {
        Print = "proposal.print": "Print the proposal", "Cetak penawaran", "Напечатать предложение";
        Title = "proposal": "Proposal", "Penawaran", "Коммерческое предложение";
        For = "proposal.for": "For {client}", "Untuk {client}", "Для: {client}";
        Person = "proposal.person": "Attention {person}", "U.p. {person}", "Вниманию: {person}";
        Terms = "proposal.terms": "Payment: {terms}", "Pembayaran: {terms}", "Оплата: {terms}";
        Thanks = "proposal.thanks":
            "Thank you for choosing us. If anything is unclear, call: we will see to it personally.",
            "Terima kasih telah memilih kami. Bila ada yang belum jelas, hubungi kami: kami sendiri yang mengurusnya.",
            "Спасибо, что выбрали нас. Если что-то неясно, позвоните: мы лично этим займёмся.";
    }
}
