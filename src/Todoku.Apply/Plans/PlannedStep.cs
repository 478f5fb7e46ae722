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
}
