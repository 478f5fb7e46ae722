using System.Buffers;
using System.Globalization;
using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Relay.Policy.Headers;

/// <summary>
/// Decides what changes in a header, and makes the one that is kept.
/// </summary>
/// <remarks>
/// <code>
/// Date, Message-ID                  added when missing (RFC 6409, section 8), unless a signature lists them: it vouches that there are none
/// Bcc, Resent-Bcc                   taken out (RFC 5322, section 3.6.3), unless a signature lists them
/// a "From " line at the beginning   taken out: it belongs to a mailbox file
/// a line that is no field           ends the header (<see cref="HeaderSurvey.EndsAt"/>): an empty line is put before it
/// all else                          octet for octet as it came
/// </code>
/// </remarks>
internal sealed class HeaderRevision
{
    private readonly ReadOnlyMemory<byte> _original;
    private readonly List<(int Start, int End)> _cuts = [];
    private readonly List<PolicyNote> _notes;
    private readonly int _endsAt;

    public HeaderRevision(HeaderSurvey survey, ForeignSignatures signatures, List<PolicyNote> notes)
    {
        _original = survey.Headers.Message;
        _notes = notes;
        if ((survey.Headers.Defects & HeaderDefects.MailboxLine) != 0)
        {
            _cuts.Add((0, survey.Headers.Fields is [var first, ..] ? first.Offset : _original.Span.IndexOf((byte)'\n') + 1));
            notes.Add(new PolicyNote.MailboxLineRemoved());
        }
        _endsAt = survey.EndsAt;
        if (_endsAt >= 0) notes.Add(new PolicyNote.HeaderEnded());
        Remove("Bcc", survey, signatures);
        Remove("Resent-Bcc", survey, signatures);
        Kept = Make(out var length);
        HeaderLength = length;
    }

    /// <summary>What is kept of the octets that came as the header.</summary>
    public ReadOnlyMemory<byte> Kept { get; }

    /// <summary>How many octets of it are header, the empty line among them; what lies behind is body.</summary>
    public int HeaderLength { get; }

    /// <summary>Whether it is what came.</summary>
    public bool IsUnchanged => _cuts.Count == 0 && _endsAt < 0;

    /// <summary>The fields that are added, each with its CRLF.</summary>
    public static string Added(HeaderSurvey survey, ForeignSignatures signatures, string hostName, DateTimeOffset time, List<PolicyNote> notes)
    {
        if (survey is { HasDate: true, HasMessageId: true }) return "";
        var text = new StringBuilder();
        if (!survey.HasDate && MayAdd("Date", signatures, notes))
            text.Append($"Date: {DateText(time)}\r\n");
        if (!survey.HasMessageId && MayAdd("Message-ID", signatures, notes)) text.Append($"Message-ID: <{Guid.CreateVersion7(time):N}@{hostName}>\r\n");
        return text.ToString();
    }

    // RFC 5322, section 3.3.
    private static string DateText(DateTimeOffset time) =>
        time.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static bool MayAdd(string name, ForeignSignatures signatures, List<PolicyNote> notes)
    {
        var signer = signatures.Covering(Encoding.ASCII.GetBytes(name));
        notes.Add(signer is null ? new PolicyNote.FieldAdded(name) : new PolicyNote.FieldNotAdded(name, signer));
        return signer is null;
    }

    private void Remove(string name, HeaderSurvey survey, ForeignSignatures signatures)
    {
        if (survey.Blind.Count == 0) return;
        var octets = Encoding.ASCII.GetBytes(name);
        var fields = survey.Blind.Where(field => field.Is(octets)).ToList();
        if (fields.Count == 0) return;
        if (signatures.Covering(octets) is { } signer)
        {
            _notes.Add(new PolicyNote.FieldNotRemoved(name, signer));
            return;
        }
        foreach (var field in fields) _cuts.Add((field.Offset, EndOf(field)));
        _notes.Add(new PolicyNote.FieldRemoved(name, fields.Count));
    }

    // With the line end that closes it.
    private int EndOf(HeaderField field)
    {
        var end = field.Offset + field.Raw.Length;
        var rest = _original.Span[end..];
        return end + (rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0);
    }

    private ReadOnlyMemory<byte> Make(out int headerLength)
    {
        headerLength = _original.Length;
        if (_cuts.Count == 0 && _endsAt < 0) return _original;
        var kept = new ArrayBufferWriter<byte>(_original.Length + 2);
        var octets = _original.Span;
        var at = 0;
        _cuts.Sort();
        foreach (var (start, end) in _cuts)
        {
            kept.Write(octets[at..start]);
            at = end;
        }
        if (_endsAt >= 0)
        {
            kept.Write(octets[at.._endsAt]);
            kept.Write("\r\n"u8);
            headerLength = kept.WrittenCount;
            at = _endsAt;
        }
        kept.Write(octets[at..]);
        if (_endsAt < 0) headerLength = kept.WrittenCount;
        return kept.WrittenMemory;
    }
}
