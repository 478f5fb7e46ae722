namespace Todoku.Apply.Hosts;

/// <summary>A program that a change runs.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Arguments">Its arguments; never secrets, since every user can see them.</param>
public sealed record HostCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What it must print, for one that looks whether a change is in force; null: whatever it does.</summary>
    public string? Expects { get; init; }

    /// <summary>What must end well for this one to be run at all: whether a server runs; null: it is always run.</summary>
    public HostCommand? OnlyIf { get; init; }

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', [Program, .. Arguments.Select(Quoted)]);

    /// <summary>Runs it. One that printed something else than expected has failed; one that need not be run is fine.</summary>
    public async Task<CommandResult> RunAsync(IApplyHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (OnlyIf is { } condition && !(await condition.RunAsync(host, cancellationToken)).IsFine) return default;
        var result = await host.RunAsync(Program, Arguments, cancellationToken);
        return result.IsFine && Expects is not null && result.Output.Trim() != Expects.Trim() ? result with { Status = 1, Errors = $"{result.Output.Trim()} ≠ {Expects}" } : result;
    }

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,@+".Contains(c, StringComparison.Ordinal)) ? argument : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
