using Todoku.Knowledge;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Operating.Log;

/// <summary>Writes into the log what changes about paths.</summary>
/// <param name="log">The log.</param>
public sealed class PathLog(RelayLog log) : IPathObserver
{
    /// <inheritdoc/>
    public void Suspended(PathBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        log.Said("warning", $"{Name(block)} is suspended until {block.Until:yyyy-MM-dd HH:mm} UTC ({block.Cause.Id}, refused {block.Failures} times, message {block.Entry.Message}): {block.Reply}");
    }

    /// <inheritdoc/>
    public void Opening(PathBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        log.Said("info", $"{Name(block)} takes mail again: 1 of {ReroutePolicy.Steps[block.Step].OneIn} messages");
    }

    /// <inheritdoc/>
    public void Opened(PathBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        log.Said("info", $"{Name(block)} is open again, after {block.Failures} refusals since {block.Since:yyyy-MM-dd HH:mm} UTC");
    }

    /// <inheritdoc/>
    public void Exhausted(string provider, DateTimeOffset until, IReadOnlyList<PathShut> reasons) =>
        log.Said("error", $"no path to {provider} is open, its mail is held until {until:yyyy-MM-dd HH:mm} UTC: {string.Join("; ", reasons.Select(one => one.Why))}");

    /// <inheritdoc/>
    public void Skipped(PathAuthorizationFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        log.Said("warning", $"path {finding.Path} is not used for mail from {finding.Sender?.ToString() ?? "the null sender"}: {finding.Why}");
    }

    private static string Name(PathBlock block) => block.Provider == PathBlock.Everybody ? $"path {block.Path}" : $"path {block.Path} to {block.Provider}";
}
