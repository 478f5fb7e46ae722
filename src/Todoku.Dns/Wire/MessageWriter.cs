using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Todoku.Mail;

namespace Todoku.Dns.Wire;

/// <summary>Writes the pieces of a message (RFC 1035, section 4.1). No name is compressed.</summary>
internal sealed class MessageWriter
{
    private const int MaxNameSize = 255;

    private readonly List<byte> _message = [];

    /// <summary>Octets so far.</summary>
    public int Length => _message.Count;

    /// <summary>The message so far.</summary>
    public byte[] ToArray() => [.. _message];

    /// <summary>Writes 16 bits.</summary>
    public void UInt16(int value)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)value);
        _message.AddRange(octets);
    }

    /// <summary>Writes 32 bits.</summary>
    public void UInt32(uint value)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, value);
        _message.AddRange(octets);
    }

    /// <summary>Writes octets.</summary>
    public void Octets(ReadOnlySpan<byte> octets) => _message.AddRange(octets);

    /// <summary>Writes a name.</summary>
    public void Name(DomainName name)
    {
        Span<byte> buffer = stackalloc byte[MaxNameSize + 1];
        _message.AddRange(buffer[..QuestionWriter.WriteName(buffer, name)]);
    }

    /// <summary>Writes what a record says, behind its length.</summary>
    public void Content(DnsRecord content)
    {
        var at = _message.Count;
        UInt16(0);
        WriteContent(content);
        BinaryPrimitives.WriteUInt16BigEndian(CollectionsMarshal.AsSpan(_message)[at..], (ushort)(_message.Count - at - 2));
    }

    private void WriteContent(DnsRecord content)
    {
        switch (content)
        {
            case DnsRecord.Address address:
                _message.AddRange(address.Value.GetAddressBytes());
                break;
            case DnsRecord.Text text:
                Strings(text);
                break;
            case DnsRecord.MailExchanger mail:
                UInt16(mail.Preference);
                Name(mail.Host);
                break;
            case DnsRecord.Name name:
                Name(name.Value);
                break;
            case DnsRecord.StartOfAuthority authority:
                Authority(authority);
                break;
            case DnsRecord.TlsAssociation tls:
                Octets([tls.Usage, tls.Selector, tls.MatchingType]);
                Octets(tls.Data.Span);
                break;
            case DnsRecord.CertificationAuthority caa:
                Octets([caa.Flags, (byte)caa.Tag.Length]);
                Octets(Encoding.ASCII.GetBytes(caa.Tag));
                Octets(caa.Value.Span);
                break;
        }
    }

    private void Strings(DnsRecord.Text text)
    {
        var start = 0;
        foreach (var length in text.StringLengths)
        {
            _message.Add((byte)length);
            Octets(text.Value.Span.Slice(start, length));
            start += length;
        }
        // A TXT record has one string at least (RFC 1035, section 3.3.14).
        if (text.StringLengths.Count == 0) _message.Add(0);
    }

    // Refresh, retry and expire are for secondary servers, and there are none.
    private void Authority(DnsRecord.StartOfAuthority authority)
    {
        Name(authority.PrimaryServer);
        Name(authority.Mailbox);
        UInt32(authority.Serial);
        UInt32(3600);
        UInt32(600);
        UInt32(86_400);
        UInt32((uint)authority.NegativeTimeToLive.TotalSeconds);
    }
}
