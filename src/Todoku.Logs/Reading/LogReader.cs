using Todoku.Logs.Sources;
using Todoku.Mail;

namespace Todoku.Logs;

/// <summary>Reads logs and tells the observer, in order of time, what the mail servers did.</summary>
public sealed class LogReader(IDeliveryObserver observer, LogReaderOptions options)
{
    /// <summary>Reads all of a plan.</summary>
    /// <param name="plan">What to read.</param>
    /// <param name="progress">Told some times a second how far it is; null when nobody looks.</param>
    /// <param name="ct">Stops the reading; what was read until then is summed up.</param>
    public ReadSummary Read(LogPlan plan, Action<ReadProgress>? progress, CancellationToken ct) =>
        throw new NotImplementedException($"{observer} {options}");
}
