using Todoku.Mail.Messages;

namespace Todoku.Relay.Policy.Headers;

/// <summary>What the policy needs to know of a header, found in one pass over its fields.</summary>
internal sealed class HeaderSurvey
{
    private readonly List<HeaderField> _blind = [];
    private readonly List<int> _signatures = [];

    public HeaderSurvey(MessageHeaders headers)
    {
        Headers = headers;
        var fields = headers.Fields;
        for (var at = 0; at < fields.Count; at++)
        {
            if (fields[at].IsMalformed && (at == 0 || _signatures.Count == 0))
            {
                EndsAt = fields[at].Offset;
                break;
            }
            Look(fields[at], at);
        }
    }

    /// <summary>The header.</summary>
    public MessageHeaders Headers { get; }

    /// <summary>How many Received fields it has.</summary>
    public int Received { get; private set; }

    /// <summary>Whether it has a From field.</summary>
    public bool HasFrom { get; private set; }

    /// <summary>Whether it has a Date field, whatever stands in it.</summary>
    public bool HasDate { get; private set; }

    /// <summary>Whether it has a Message-ID field, whatever stands in it.</summary>
    public bool HasMessageId => MessageIdAt >= 0;

    /// <summary>Where the first Message-ID field stands among the fields; -1 without.</summary>
    public int MessageIdAt { get; private set; } = -1;

    /// <summary>Whether it says of itself that it goes to many (<see cref="BulkMark"/>).</summary>
    public bool IsBulk { get; private set; }

    /// <summary>Fields that name recipients whom the others must not see: Bcc and Resent-Bcc.</summary>
    public IReadOnlyList<HeaderField> Blind => _blind;

    /// <summary>Where signatures over the message stand among the fields: DKIM-Signature and ARC-Message-Signature.</summary>
    public IReadOnlyList<int> Signatures => _signatures;

    /// <summary>
    /// Where a line that is no field ends the header, as Postfix reads it too; -1 without. One that comes after a signature does not: the signature may cover
    /// what follows. At the very beginning it always does: it might be taken for the continuation of what is put before it.
    /// </summary>
    public int EndsAt { get; } = -1;

    // The length of a name tells most fields apart.
    private void Look(in HeaderField field, int at)
    {
        switch (field.NameLength)
        {
            case 3 when field.Is("Bcc"u8):
            case 10 when field.Is("Resent-Bcc"u8):
                _blind.Add(field);
                break;
            case 4:
                HasFrom |= field.Is("From"u8);
                HasDate |= field.Is("Date"u8);
                break;
            case 8 when field.Is("Received"u8):
                Received++;
                break;
            case 10 when field.Is("Message-ID"u8):
                if (MessageIdAt < 0) MessageIdAt = at;
                break;
            case 14 when field.Is("DKIM-Signature"u8):
            case 21 when field.Is("ARC-Message-Signature"u8):
                _signatures.Add(at);
                break;
            case 7 or 10 or 16:
                IsBulk |= BulkMark.Is(field);
                break;
        }
    }
}
