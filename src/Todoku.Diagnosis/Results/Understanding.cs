namespace Todoku.Diagnosis;

/// <summary>How much of the input was understood.</summary>
/// <param name="Lines">Lines read.</param>
/// <param name="Duplicates">Lines left out because the same line stood in another file.</param>
/// <param name="MailLines">Lines of mail programs (the rest belongs to others and is passed over).</param>
/// <param name="UnderstoodLines">Mail lines understood.</param>
/// <param name="DeliveryLines">Lines that report a delivery attempt.</param>
/// <param name="UnderstoodDeliveryLines">Of these, the ones understood.</param>
/// <param name="NotUnderstood">Programs with lines that were not understood, most first.</param>
public sealed record Understanding(
    long Lines,
    long Duplicates,
    long MailLines,
    long UnderstoodLines,
    long DeliveryLines,
    long UnderstoodDeliveryLines,
    IReadOnlyList<UnknownLines> NotUnderstood)
{
    /// <summary>Messages whose end the log does not show and that were no longer followed once no line had named them for days.</summary>
    public long MessagesWithoutEnd { get; init; }

    /// <summary>The share of mail lines understood, 0 to 1; 1 when there are none.</summary>
    public double Share => MailLines == 0 ? 1 : (double)UnderstoodLines / MailLines;
}
