using System.Buffers.Text;
using System.Text;
using Todoku.Smtp.Client.Replies;

namespace Todoku.Smtp.Client;

/// <summary>What a server said that it can (EHLO; RFC 5321, section 4.1.1.1). Unknown keywords are read over.</summary>
public sealed record SmtpCapabilities
{
    private const int MaxMechanisms = 32;

    /// <summary>A server that knows only HELO.</summary>
    public static SmtpCapabilities None { get; } = new();

    /// <summary>PIPELINING (RFC 2920).</summary>
    public bool Pipelining { get; private init; }

    /// <summary>8BITMIME (RFC 6152).</summary>
    public bool EightBitMime { get; private init; }

    /// <summary>SMTPUTF8 (RFC 6531).</summary>
    public bool InternationalMail { get; private init; }

    /// <summary>DSN (RFC 3461).</summary>
    public bool DeliveryNotifications { get; private init; }

    /// <summary>CHUNKING (RFC 3030).</summary>
    public bool Chunking { get; private init; }

    /// <summary>STARTTLS (RFC 3207).</summary>
    public bool StartTls { get; private init; }

    /// <summary>REQUIRETLS (RFC 8689).</summary>
    public bool RequireTls { get; private init; }

    /// <summary>XONCE: the relay's own socket takes keys of messages (<see cref="Envelopes.MailParameters.Key"/>).</summary>
    public bool Keys { get; private init; }

    /// <summary>Whether SIZE is known (RFC 1870).</summary>
    public bool Size { get; private init; }

    /// <summary>The largest message in octets; null when the server names none. 0 says "no fixed limit" and is null too.</summary>
    public long? SizeLimit { get; private init; }

    /// <summary>The most recipients of a message that the server takes (RCPTMAX of LIMITS; RFC 9422); null when it names none.</summary>
    public int? RecipientLimit { get; private init; }

    /// <summary>The most messages over one connection that the server takes (MAILMAX of LIMITS; RFC 9422); null when it names none.</summary>
    public int? MessageLimit { get; private init; }

    /// <summary>The mechanisms of AUTH, in upper case, at most 32.</summary>
    public IReadOnlyList<string> Mechanisms { get; private init; } = [];

    /// <summary>Whether a mechanism is offered.</summary>
    public bool OffersMechanism(string name) => Mechanisms.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads a positive reply to EHLO or LHLO. Never fails: what can't be read is not offered.</summary>
    internal static SmtpCapabilities Parse(ServerReply reply)
    {
        var capabilities = None;
        var isFirst = true;
        foreach (var range in reply.Octets.Span.Split((byte)'\n'))
        {
            var line = reply.Octets.Span[range];
            // The first line has the server's name and greeting.
            if (!isFirst && line.Length > 4) capabilities = capabilities.With(line[4..].Trim((byte)' '));
            isFirst = false;
        }
        return capabilities;
    }

    private SmtpCapabilities With(ReadOnlySpan<byte> line)
    {
        // "AUTH=LOGIN" is the form of servers from before the standard.
        var end = line.IndexOfAny((byte)' ', (byte)'=');
        var keyword = end < 0 ? line : line[..end];
        var values = end < 0 ? default : line[(end + 1)..];
        Span<char> name = stackalloc char[16];
        if (keyword.Length > name.Length || !Ascii.IsValid(keyword)) return this;
        Ascii.ToUpper(keyword, name, out var length);
        return name[..length] switch
        {
            "PIPELINING" => this with { Pipelining = true },
            "8BITMIME" => this with { EightBitMime = true },
            "SMTPUTF8" => this with { InternationalMail = true },
            "DSN" => this with { DeliveryNotifications = true },
            "CHUNKING" => this with { Chunking = true },
            "STARTTLS" => this with { StartTls = true },
            "XONCE" => this with { Keys = true },
            "REQUIRETLS" => this with { RequireTls = true },
            "SIZE" => this with { Size = true, SizeLimit = Utf8Parser.TryParse(values.Trim((byte)' '), out long limit, out _) && limit > 0 ? limit : null },
            "LIMITS" => this with { RecipientLimit = LimitOf(values, "RCPTMAX="u8), MessageLimit = LimitOf(values, "MAILMAX="u8) },
            "AUTH" => this with { Mechanisms = [.. Mechanisms.Concat(Words(values)).Distinct(StringComparer.Ordinal).Take(MaxMechanisms)] },
            _ => this,
        };
    }

    private static int? LimitOf(ReadOnlySpan<byte> values, ReadOnlySpan<byte> name)
    {
        foreach (var range in values.Split((byte)' '))
        {
            var value = values[range];
            if (value.Length > name.Length && Ascii.EqualsIgnoreCase(value[..name.Length], name) && Utf8Parser.TryParse(value[name.Length..], out int limit, out _) && limit > 0) return limit;
        }
        return null;
    }

    private static List<string> Words(ReadOnlySpan<byte> values)
    {
        var words = new List<string>();
        foreach (var range in values.Split((byte)' '))
        {
            var word = values[range];
            if (word.Length is > 0 and <= 32 && Ascii.IsValid(word) && words.Count < MaxMechanisms) words.Add(Encoding.ASCII.GetString(word).ToUpperInvariant());
        }
        return words;
    }
}
