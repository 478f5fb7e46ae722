using System.Buffers;
using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Counts hosts that could not be reached before an attempt ended. They are no attempts: they tell whether port 25 is blocked, and what
/// is wrong when a log holds nothing else.
/// </summary>
internal sealed class ConnectionRecorder(MailTimeline timeline)
{
    // Linux: "Connection timed out"; musl, BSD: "Operation timed out"; firewalls that answer: "No route to host", "Network is unreachable".
    private static readonly SearchValues<string> Unreachable = SearchValues.Create(
        ["timed out", "no route to host", "network is unreachable", "host is unreachable", "timeout"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Refused = SearchValues.Create(["connection refused"], StringComparison.OrdinalIgnoreCase);

    public void Record(in ConnectionFailure failure)
    {
        if (failure.RelayPort is not (25 or 0)) return;
        var provider = timeline.Providers.Of(failure.RelayHost, null, []);
        if (IsUnreachable(failure.Reason) || (provider.Provider.IsKnown && IsRefused(failure.Reason)))
        {
            // A server without IPv6 can't reach IPv6 addresses; that blocks nothing.
            if (failure.RelayAddress.Contains((byte)':')) return;
            timeline.Port25.Failed(failure.UtcTicks, failure.RelayAddress, provider.Provider, failure.Line, isAttempt: false);
        }
        else
        {
            timeline.Port25.Answered();
        }
        if (provider.Attempts == 0) KeepCause(failure, provider);
    }

    private void KeepCause(in ConnectionFailure failure, ProviderTimeline provider)
    {
        var isReply = failure.Reason.Length > 3 && char.IsAsciiDigit((char)failure.Reason[0]);
        var reading = timeline.Knowledge.Read(failure.Reason, new ReadingContext
        {
            Provider = provider.Provider.IsKnown ? provider.Provider : null,
            RelayHost = failure.RelayHost,
            Stage = isReply ? SmtpStage.Banner : SmtpStage.Connect,
            IsLocal = !isReply,
        });
        var group = provider.ConnectionGroup(reading.Cause);
        group.AddLine(failure.UtcTicks, failure.Line, timeline.Hosts.IndexOf(failure.Host));
        group.Sample(failure.Reason, isReply, failure.RelayAddress, reading, timeline.Knowledge);
    }

    private static bool IsUnreachable(ReadOnlySpan<byte> reason) => Contains(reason, Unreachable);

    private static bool IsRefused(ReadOnlySpan<byte> reason) => Contains(reason, Refused);

    private static bool Contains(ReadOnlySpan<byte> reason, SearchValues<string> words)
    {
        Span<char> text = stackalloc char[128];
        var length = Encoding.Latin1.GetChars(reason[..Math.Min(reason.Length, text.Length)], text);
        return text[..length].ContainsAny(words);
    }
}
