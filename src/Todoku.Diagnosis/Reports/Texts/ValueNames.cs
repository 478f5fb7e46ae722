namespace Todoku.Diagnosis.Reports.Texts;

/// <summary>Names of the values that replies print and of the sender's identities, and the words that stand for a value not known.</summary>
public abstract class ValueNames
{
    /// <summary>The name of a value for people; the identifier itself when there is none.</summary>
    /// <param name="name">One of <see cref="Knowledge.ReplyValueNames"/>, or <c>host</c>, <c>sender_domain</c>, <c>submitter</c>, <c>relay</c>, <c>relay_notices</c>.</param>
    public abstract string Of(string name);

    /// <summary>What is written for a placeholder without a value, angle brackets included.</summary>
    public abstract string Missing(string name);

    /// <summary>Who handed the mail in, for people: the kind in their language, the name as logged.</summary>
    /// <param name="submitter"><c>user apache</c>, <c>login info@example.com</c>, <c>client 192.0.2.1</c>, <c>server</c>, or empty.</param>
    public string Submitter(string submitter)
    {
        var blank = submitter.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? SubmitterKind(submitter) : $"{SubmitterKind(submitter[..blank])}{submitter[blank..]}";
    }

    /// <summary>The kind of a submitter; the word itself when it is none.</summary>
    protected abstract string SubmitterKind(string word);
}
