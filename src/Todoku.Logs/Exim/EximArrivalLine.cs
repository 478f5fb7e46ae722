using System.Buffers.Text;
using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Exim;

/// <summary>
/// An arrival: <c>ID &lt;= SENDER H=host [address] U=user P=protocol A=method:user S=size id=MESSAGE-ID R=ID T="subject" for RECIPIENT ...</c>. R names
/// the message that a notice made by this server is about.
/// </summary>
internal static class EximArrivalLine
{
    private const int MaxFields = 64;

    /// <summary>Reads what follows the flag.</summary>
    public static LineOutcome Read(in LogLine line, ReadOnlySpan<byte> id, ReadOnlySpan<byte> text)
    {
        var sender = text[..EximAddress.LengthOfSender(text)];
        var scan = new FieldScan();
        scan.Read(text[sender.Length..]);

        if (!scan.About.IsEmpty)
        {
            ref var notice = ref line.Add(LogEventKind.BounceNotice, scan.About);
            notice.OtherKey = line.KeyOf(id);
        }
        else
        {
            ref var arrived = ref line.Add(LogEventKind.Arrived, id);
            arrived.SubmitterKind = scan.Kind;
            arrived.Name = line.Cut(scan.Name);
        }
        if (!scan.MessageId.IsEmpty)
        {
            ref var seen = ref line.Add(LogEventKind.MessageIdSeen, id);
            seen.OtherKey = Hash64.Of(scan.MessageId);
        }
        ref var queued = ref line.Add(LogEventKind.Queued, id);
        queued.Address = sender.SequenceEqual("<>"u8) ? default : line.Cut(sender);
        queued.Size = scan.Size;
        queued.Count = scan.Recipients;
        return LineOutcome.Understood;
    }

    /// <summary>The fields after the sender.</summary>
    private ref struct FieldScan
    {
        public ReadOnlySpan<byte> About;
        public ReadOnlySpan<byte> MessageId;
        public long Size;
        public int Recipients;
        private ReadOnlySpan<byte> _user;
        private ReadOnlySpan<byte> _authenticated;
        private ReadOnlySpan<byte> _client;

        /// <summary>How it came in: a name that logged in says most, an address least.</summary>
        public readonly SubmitterKind Kind => !_authenticated.IsEmpty ? SubmitterKind.Authenticated
            : !_client.IsEmpty ? SubmitterKind.Client
            : !_user.IsEmpty ? SubmitterKind.LocalUser : SubmitterKind.Unknown;

        public readonly ReadOnlySpan<byte> Name => !_authenticated.IsEmpty ? _authenticated : !_client.IsEmpty ? _client : _user;

        public void Read(ReadOnlySpan<byte> rest)
        {
            for (var i = 0; i < MaxFields && !rest.IsEmpty; i++)
            {
                rest = rest.TrimStart((byte)' ');
                if (rest.StartsWith("for "u8))
                {
                    Recipients = rest["for "u8.Length..].Count((byte)' ') + 1;
                    return;
                }
                rest = rest[Take(rest)..];
            }
        }

        private int Take(ReadOnlySpan<byte> rest)
        {
            if (rest.StartsWith("H="u8) && EximHostText.Read(rest[2..]) is { Length: > 0 } host)
            {
                _client = host.Address;
                return host.Length + 2;
            }
            if (rest.StartsWith("T=\""u8)) return EximQuoted.LengthAt(rest[2..]) + 2;
            var end = rest.IndexOf((byte)' ');
            var field = end < 0 ? rest : rest[..end];
            if (field.StartsWith("U="u8)) _user = field[2..];
            else if (field.StartsWith("A="u8) && field.IndexOf((byte)':') is > 0 and var colon) _authenticated = field[(colon + 1)..];
            else if (field.StartsWith("R="u8) && EximMessageId.LengthAt(field[2..]) == field.Length - 2) About = field[2..];
            else if (field.StartsWith("S="u8)) _ = Utf8Parser.TryParse(field[2..], out Size, out _);
            else if (field.StartsWith("id="u8)) MessageId = field[3..];
            return field.Length;
        }
    }
}
