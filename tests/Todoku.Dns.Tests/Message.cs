using System.Buffers.Binary;
using System.Net;
using System.Text;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Tests;

/// <summary>Makes answers octet by octet, right ones and wrong ones.</summary>
internal sealed class Message
{
    private readonly List<byte> _bytes = [];

    private Message(byte[] question)
    {
        // Header and the question repeated; what follows it (OPT) is left out.
        var end = 12;
        while (question[end] != 0) end += question[end] + 1;
        _bytes.AddRange(question.AsSpan(0, end + 5));
        _bytes[2] = 0x81;
        _bytes[3] = 0x80;
        Count(10, 0);
    }

    public byte[] Bytes => [.. _bytes];

    /// <summary>An answer to a question as it came in: NOERROR, without records.</summary>
    public static Message To(byte[] question) => new(question);

    /// <summary>The name that a question asks for, and its type.</summary>
    public static DnsQuestion QuestionOf(byte[] question)
    {
        var reader = new MessageReader(question) { Position = 12 };
        Assert.True(reader.TryReadName(out var name));
        Assert.True(reader.TryReadUInt16(out var type));
        return new DnsQuestion(name, (DnsRecordType)type);
    }

    public Message Code(int code) => Flags(3, (byte)((_bytes[3] & 0xf0) | code));

    public Message Truncated() => Flags(2, (byte)(_bytes[2] | 2));

    public Message Authentic() => Flags(3, (byte)(_bytes[3] | 0x20));

    public Message Id(ushort id)
    {
        Put(0, id);
        return this;
    }

    /// <summary>Adds a record to the answers.</summary>
    public Message Answer(string owner, DnsRecordType type, uint seconds, byte[] content) => Record(6, owner, type, seconds, content);

    public Message Text(string owner, string text, uint seconds = 300) => Answer(owner, DnsRecordType.TXT, seconds, Strings(text));

    public Message Address(string owner, string address, uint seconds = 300)
    {
        var parsed = IPAddress.Parse(address).GetAddressBytes();
        return Answer(owner, parsed.Length == 4 ? DnsRecordType.A : DnsRecordType.AAAA, seconds, parsed);
    }

    public Message Alias(string owner, string target, uint seconds = 300) => Answer(owner, DnsRecordType.CNAME, seconds, Name(target));

    /// <summary>Adds the SOA that says how long the lack of records may be kept.</summary>
    public Message Authority(uint seconds = 900, uint minimum = 600) =>
        Record(8, "example", DnsRecordType.SOA, seconds, [.. Name("ns.example"), .. Name("mail.example"), .. new byte[16], .. Number(minimum)]);

    /// <summary>Puts octets at the end.</summary>
    public Message Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Says how many records there are: 6 answers, 8 authority, 10 additional.</summary>
    public Message Count(int at, ushort count)
    {
        Put(at, count);
        return this;
    }

    public static byte[] Name(string name)
    {
        var buffer = new byte[300];
        return buffer[..QuestionWriter.WriteName(buffer, name == "." ? DomainName.Root : DomainName.Parse(name))];
    }

    /// <summary>A text as strings of 255 octets.</summary>
    public static byte[] Strings(string text) => [.. Encoding.Latin1.GetBytes(text).Chunk(255).SelectMany(part => (byte[])[(byte)part.Length, .. part])];

    private Message Record(int section, string owner, DnsRecordType type, uint seconds, byte[] content)
    {
        _bytes.AddRange([.. Name(owner), (byte)((int)type >> 8), (byte)type, 0, 1, .. Number(seconds), (byte)(content.Length >> 8), (byte)content.Length, .. content]);
        Put(section, (ushort)(BinaryPrimitives.ReadUInt16BigEndian([_bytes[section], _bytes[section + 1]]) + 1));
        return this;
    }

    private Message Flags(int at, byte value)
    {
        _bytes[at] = value;
        return this;
    }

    private void Put(int at, ushort value) => (_bytes[at], _bytes[at + 1]) = ((byte)(value >> 8), (byte)value);

    private static byte[] Number(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
