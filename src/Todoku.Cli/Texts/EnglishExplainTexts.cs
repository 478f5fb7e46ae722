namespace Todoku.Cli.Texts;

internal sealed class EnglishExplainTexts : ExplainTexts
{
    public override string NotUnderstood => "This text is not understood";

    public override string NotUnderstoodAdvice =>
        "Give the whole reply with its code (550-5.7.1 ...), or the whole log line. If this is one, its words are not known yet: docs/knowledge-format.md shows how to add a rule.";

    public override string Temporary => "Temporary: your server tries again by itself.";

    public override string Permanent => "Permanent: your server does not try again; the sender is told.";

    public override string Reply => "The reply";

    public override string Values => "In it";

    public override string Meaning => "What it means";

    public override string Steps => "What to do";

    public override string UnknownServer => "a server";

    public override string Says(string provider, string cause) => $"{provider}: {cause}";

    public override string OwnWords(string cause) => $"Your own server: {cause}";

    public override string Delivered(string provider) => $"This message was delivered ({provider})";

    public override string Rule(string rule) => $"Rule: {rule}";
}
