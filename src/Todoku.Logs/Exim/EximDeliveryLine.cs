using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Exim;

/// <summary>A delivery, a failure or a deferral of one recipient.</summary>
internal static class EximDeliveryLine
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="id">Its message id.</param>
    /// <param name="flag">The flag, two bytes.</param>
    /// <param name="text">What follows the flag.</param>
    public static LineOutcome Read(in LogLine line, ReadOnlySpan<byte> id, ReadOnlySpan<byte> flag, ReadOnlySpan<byte> text)
    {
        var fields = EximFields.Read(text);
        if (fields.Recipient.IsEmpty) return LineOutcome.DeliveryNotUnderstood;
        ref var attempt = ref line.Add(LogEventKind.Attempted, id);
        var recipient = EximAddress.Recipient(fields.Recipient, out var original);
        attempt.Address = line.Cut(recipient);
        attempt.OriginalAddress = line.Cut(original);
        attempt.Agent = AgentOf(fields);
        attempt.Delay = fields.Delay;
        attempt.LocalAddress = line.Cut(fields.LocalAddress);
        SetHost(line, ref attempt, fields.Host);
        if (flag[1] == '>') SetDelivered(line, ref attempt, flag, fields);
        else SetFailed(line, ref attempt, isFinal: flag[0] == '*', fields);
        return LineOutcome.Delivery;
    }

    private static void SetDelivered(in LogLine line, ref LogEvent attempt, ReadOnlySpan<byte> flag, in EximFields fields)
    {
        // "*>" is played (-N); a redirection to :blackhole: throws the message away.
        var discarded = flag[0] == '*' || fields.Recipient.StartsWith(":blackhole:"u8);
        attempt.Status = discarded ? DeliveryStatus.Discarded : DeliveryStatus.Delivered;
        attempt.Text = line.Cut(fields.Confirmation);
        if (!fields.Confirmation.IsEmpty) attempt.Flags |= LogEventFlags.RemoteReply;
    }

    private static void SetFailed(in LogLine line, ref LogEvent attempt, bool isFinal, in EximFields fields)
    {
        var failure = EximFailureText.Read(fields.Error);
        attempt.Status = !isFinal ? DeliveryStatus.Deferred : failure.IsExpiry ? DeliveryStatus.Expired : DeliveryStatus.Bounced;
        attempt.Text = line.Cut(failure.Reply);
        attempt.Stage = failure.Stage;
        if (failure.IsRemote) attempt.Flags |= LogEventFlags.RemoteReply;
        if (failure.IsEcho) attempt.Flags |= LogEventFlags.Echo;
        if (fields.Host.Length > 0) return;
        SetHost(line, ref attempt, failure.Host);
        // Whatever its administrator calls the transport: one that meets a host, or fails on the way to one, is no local one.
        if (attempt.Agent == DeliveryAgent.Local && (failure.Host.Length > 0 || failure.Stage == SmtpStage.Connect)) attempt.Agent = DeliveryAgent.Smtp;
    }

    private static void SetHost(in LogLine line, ref LogEvent attempt, EximHostText host)
    {
        attempt.RelayHost = line.Cut(host.Name);
        attempt.RelayAddress = line.Cut(host.Address);
        attempt.Port = host.Port;
    }

    // Transports have the administrator's names; those that reach a host name it, and the usual names tell the others.
    private static DeliveryAgent AgentOf(in EximFields fields)
    {
        if (fields.Transport.IndexOf("lmtp"u8) >= 0) return DeliveryAgent.Lmtp;
        if (fields.Host.Length > 0 || fields.Transport.IndexOf("smtp"u8) >= 0 || fields.Router.IndexOf("dnslookup"u8) >= 0) return DeliveryAgent.Smtp;
        if (fields.Transport.IndexOf("pipe"u8) >= 0 || fields.Recipient.StartsWith("|"u8)) return DeliveryAgent.Pipe;
        return fields.Transport.IsEmpty ? DeliveryAgent.Error : DeliveryAgent.Local;
    }
}
