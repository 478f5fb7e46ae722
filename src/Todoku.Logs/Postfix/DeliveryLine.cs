using System.Buffers.Text;
using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>
/// The line that every delivery agent writes for each recipient (Postfix's log_adhoc.c):
/// <c>QUEUEID: to=&lt;a&gt;, orig_to=&lt;b&gt;, relay=R, conn_use=N, delay=S, delays=a/b/c/d, tls=T, dsn=X.Y.Z, status=WORD (TEXT)</c>.
/// Keys that are not known are passed over, since each Postfix may add its own.
/// </summary>
internal static class DeliveryLine
{
    private const int MaxKeys = 32;

    /// <summary>Reads a line of an agent that writes no others worth reading.</summary>
    public static LineOutcome Read(in LogLine line, DeliveryAgent agent)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest)) return Otherwise(line.Text);
        return rest.StartsWith("to=<"u8) ? Read(line, agent, queueId, rest) : Otherwise(line.Text);
    }

    /// <summary>Reads a delivery, the queue id already taken off.</summary>
    public static LineOutcome Read(in LogLine line, DeliveryAgent agent, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> rest)
    {
        if (!AddressText.TryCut(rest[3..], out var recipient, out var length)) return LineOutcome.DeliveryNotUnderstood;
        var after = rest[(3 + length)..];
        var scan = new KeyScan { Delay = -1 };
        if (!scan.TryRead(after)) return LineOutcome.DeliveryNotUnderstood;

        ref var attempt = ref line.Add(LogEventKind.Attempted, queueId);
        attempt.Agent = agent;
        attempt.Status = agent == DeliveryAgent.Discard && scan.Status == DeliveryStatus.Delivered ? DeliveryStatus.Discarded : scan.Status;
        attempt.Address = line.Cut(recipient);
        attempt.OriginalAddress = line.Cut(scan.OriginalRecipient);
        attempt.Delay = scan.Delay;
        attempt.Code = scan.Code.IsFiller ? default : scan.Code;
        attempt.OtherName = line.Cut(scan.Tls);

        var relay = RelayText.Cut(scan.Relay);
        attempt.RelayHost = line.Cut(relay.Host);
        attempt.RelayAddress = line.Cut(relay.Address);
        attempt.Port = relay.Port;
        if (scan.Status == DeliveryStatus.Delivered)
        {
            attempt.Text = line.Cut(scan.Text);
            if (agent is DeliveryAgent.Smtp or DeliveryAgent.Lmtp) attempt.Flags |= LogEventFlags.RemoteReply;
        }
        else
        {
            AddFailure(line, ref attempt, scan.Text);
        }
        return LineOutcome.Delivery;
    }

    private static void AddFailure(in LogLine line, ref LogEvent attempt, ReadOnlySpan<byte> text)
    {
        var failure = FailureText.Read(text);
        attempt.Text = line.Cut(failure.Reply);
        attempt.Stage = failure.Stage;
        if (failure.IsRemote) attempt.Flags |= LogEventFlags.RemoteReply;
        if (failure.IsEcho) attempt.Flags |= LogEventFlags.Echo;
        // relay=none while the text names the host that could not be reached, or an echo of an earlier failure there.
        if (!attempt.RelayHost.IsEmpty || failure.Host.IsEmpty) return;
        attempt.RelayHost = line.Cut(failure.Host);
        attempt.RelayAddress = line.Cut(failure.Address);
        attempt.Port = failure.Port;
    }

    private static LineOutcome Otherwise(ReadOnlySpan<byte> text) =>
        text.IndexOf("status="u8) >= 0 && text.IndexOf("to=<"u8) >= 0 ? LineOutcome.DeliveryNotUnderstood : LineOutcome.NotUnderstood;

    /// <summary>The keys after the recipient.</summary>
    private ref struct KeyScan
    {
        public ReadOnlySpan<byte> OriginalRecipient;
        public ReadOnlySpan<byte> Relay;
        public ReadOnlySpan<byte> Tls;
        public ReadOnlySpan<byte> Text;
        public EnhancedStatusCode Code;
        public DeliveryStatus Status;
        public float Delay;

        public bool TryRead(ReadOnlySpan<byte> rest)
        {
            for (var i = 0; i < MaxKeys; i++)
            {
                if (!rest.StartsWith(", "u8)) return false;
                rest = rest[2..];
                if (rest.StartsWith("status="u8)) return TryStatus(rest[7..]);
                if (rest.StartsWith("orig_to=<"u8))
                {
                    if (!AddressText.TryCut(rest[8..], out OriginalRecipient, out var length)) return false;
                    rest = rest[(8 + length)..];
                    continue;
                }
                var end = rest.IndexOf((byte)',');
                if (end < 0) return false;
                Take(rest[..end]);
                rest = rest[end..];
            }
            return false;
        }

        private void Take(ReadOnlySpan<byte> pair)
        {
            if (pair.StartsWith("relay="u8)) Relay = pair[6..];
            else if (pair.StartsWith("dsn="u8)) _ = EnhancedStatusCode.TryParsePrefix(pair[4..], out Code, out _);
            else if (pair.StartsWith("delay="u8)) Delay = Utf8Parser.TryParse(pair[6..], out float seconds, out _) ? seconds : -1;
            else if (pair.StartsWith("tls="u8)) Tls = pair[4..];
        }

        // WORD (TEXT); the closing parenthesis is missing when the line was cut.
        private bool TryStatus(ReadOnlySpan<byte> rest)
        {
            var end = rest.IndexOf((byte)' ');
            var word = end < 0 ? rest : rest[..end];
            if (!StatusWord.TryRead(word, out Status)) return false;
            if (end < 0) return true;
            Text = rest[(end + 1)..];
            if (Text is [(byte)'(', ..]) Text = Text[1..];
            if (Text is [.., (byte)')']) Text = Text[..^1];
            return true;
        }
    }
}
