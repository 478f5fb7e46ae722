namespace Todoku.Authentication.Dmarc.Records;

/// <summary>Something wrong with a record.</summary>
/// <param name="Kind">What.</param>
/// <param name="Tag">Which tag; empty when it is none.</param>
/// <param name="Value">What is written there, cut to <see cref="MaxValueLength"/> characters; a stranger wrote it.</param>
public sealed record DmarcProblem(DmarcProblemKind Kind, string Tag, string Value)
{
    /// <summary>The most characters of a value that are kept.</summary>
    public const int MaxValueLength = 120;

    /// <summary>What can stand there instead; empty when it can't be listed.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Whether it changes what the record does, or what some receivers make of it; else it is only worth knowing.</summary>
    public bool IsError => Kind is DmarcProblemKind.MissingPolicy or DmarcProblemKind.InvalidValue or DmarcProblemKind.InvalidReportAddress
        or DmarcProblemKind.DuplicateTag or DmarcProblemKind.NotATag or DmarcProblemKind.TooManyTags;
}
