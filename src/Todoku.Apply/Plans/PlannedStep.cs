namespace Todoku.Apply.Plans;

/// <summary>A step of a plan, as a report has it.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Do">What a person does; what stands indented is typed.</param>
public sealed record PlannedStep(string Id, string Do)
{
    /// <summary>Senders of the mail that fails, as far as the log tells: <c>apache@web1.hosting.example</c>.</summary>
    public IReadOnlyList<string> Senders { get; init; } = [];

    /// <summary>The sending host; empty when not known.</summary>
    public string Host { get; init; } = "";

    /// <summary>The domains of the recipients whose mail fails, as far as the report's sample lines tell.</summary>
    public IReadOnlyList<string> RecipientDomains { get; init; } = [];

    /// <summary>The exact records that it publishes.</summary>
    public IReadOnlyList<PlannedRecord> Records { get; init; } = [];

    /// <summary>The domains of the senders, as the report has them.</summary>
    public IReadOnlyList<string> SenderDomains { get; init; } = [];

    /// <summary>The domains whose DMARC record is asked for.</summary>
    public IReadOnlyList<string> AuthorDomains { get; init; } = [];

    /// <summary>The domains that sign.</summary>
    public IReadOnlyList<string> SigningDomains { get; init; } = [];

    /// <summary>The addresses that mail is sent from.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}
