using CsCheck;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Wire;

/// <summary>Whatever a stranger sends as an answer: it is read or refused, never thrown over, and ends.</summary>
public sealed class ResponseFuzzTests
{
    private static readonly DnsRecordType[] Types = Enum.GetValues<DnsRecordType>();
    private static readonly DomainName Name = DomainName.Parse("www.example");

    [Fact]
    public void Random_octets() => Gen.Byte.Array[0, 600].Sample(bytes =>
    {
        foreach (var type in Types) Take(bytes, new DnsQuestion(Name, type));
    });

    [Fact]
    public void Random_octets_behind_our_question() => Gen.Select(Gen.Int[0, Types.Length - 1].Select(at => Types[at]), Gen.Byte.Array[0, 300], Gen.UShort[0, 20], Gen.UShort[0, 3]).Sample((type, tail, answers, authorities) =>
    {
        var message = Message.To(Question(type)).Count(6, answers).Count(8, authorities).Raw(tail).Bytes;
        Take(message, new DnsQuestion(Name, type));
    });

    [Fact]
    public void Answers_with_octets_changed() => Gen.Select(Gen.Int[0, Types.Length - 1].Select(at => Types[at]), Gen.Select(Gen.Int[0, 400], Gen.Byte).Array[1, 8], Gen.Int[0, 400]).Sample((type, changes, cut) =>
    {
        var message = Full(type);
        foreach (var (at, octet) in changes) message[at % message.Length] = octet;
        Take(message[..Math.Max(12, message.Length - cut % 40)], new DnsQuestion(Name, type));
    });

    [Fact]
    public void A_pointer_into_itself_is_no_name()
    {
        foreach (var target in new byte[] { 12, 29, 30 })
        {
            var message = Message.To(Question(DnsRecordType.PTR)).Count(6, 1).Raw(1, (byte)'a', 0xc0, target).Raw(0, 12, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12).Bytes;
            // 12 is the question, which a name may end in.
            Assert.Equal(target == 12, ResponseReader.TryRead(message, new DnsQuestion(Name, DnsRecordType.PTR), out _));
        }
    }

    [Theory]
    [InlineData(DnsRecordType.A, new byte[] { 192, 0, 2 })]
    [InlineData(DnsRecordType.A, new byte[] { 192, 0, 2, 1, 0 })]
    [InlineData(DnsRecordType.AAAA, new byte[] { 192, 0, 2, 1 })]
    [InlineData(DnsRecordType.PTR, new byte[] { 1, (byte)'a', 0, 0 })]
    [InlineData(DnsRecordType.PTR, new byte[] { 1, (byte)'a' })]
    [InlineData(DnsRecordType.PTR, new byte[] { 0x41, (byte)'a', 0 })]
    [InlineData(DnsRecordType.MX, new byte[] { 0, 10 })]
    [InlineData(DnsRecordType.TXT, new byte[] { 3, (byte)'a', (byte)'b' })]
    [InlineData(DnsRecordType.TLSA, new byte[] { 3, 1 })]
    [InlineData(DnsRecordType.CAA, new byte[] { 0, 5, (byte)'i' })]
    [InlineData(DnsRecordType.CAA, new byte[] { 0, 0, (byte)'i' })]
    [InlineData(DnsRecordType.SOA, new byte[] { 0, 0, 1, 2, 3, 4 })]
    public void A_record_that_does_not_fill_its_place_is_refused(DnsRecordType type, byte[] content) =>
        Assert.False(ResponseReader.TryRead(Message.To(Question(type)).Answer("www.example", type, 60, content).Bytes, new DnsQuestion(Name, type), out _));

    [Fact]
    public void A_pointer_leads_back_and_never_on()
    {
        // The second name is the first one; the first is where the second stands.
        byte[] message = [0xc0, 2, 1, (byte)'a', 0, 0xc0, 2];
        var reader = new MessageReader(message);
        Assert.False(reader.TryReadName(out _));
        reader.Position = 5;
        Assert.True(reader.TryReadName(out var name));
        Assert.Equal(("a", message.Length), (name.ToString(), reader.Position));
    }

    [Fact]
    public void A_chain_of_pointers_ends()
    {
        // Each pointer leads to the one before, 3,000 times; then thousands of records begin there.
        var message = Message.To(Question(DnsRecordType.A));
        message.Raw(0);
        var start = message.Bytes.Length;
        for (var i = 0; i < 3000; i++)
        {
            var at = i == 0 ? start - 1 : start + (i - 1) * 2;
            message.Raw((byte)(0xc0 | (at >> 8)), (byte)at);
        }

        var bytes = message.Bytes;
        var reader = new MessageReader(bytes) { Position = bytes.Length - 2 };
        Assert.False(reader.TryReadName(out _));
        reader.Position = start + (DnsLimits.Pointers - 1) * 2;
        Assert.True(reader.TryReadName(out var name));
        Assert.True(name.IsRoot);
    }

    [Fact]
    public void Too_many_records_are_refused()
    {
        var message = Message.To(Question(DnsRecordType.A));
        for (var i = 0; i <= DnsLimits.Records; i++) message.Raw(0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 1, 2, 3, 4);

        Assert.False(ResponseReader.TryRead(message.Count(6, DnsLimits.Records + 1).Bytes, new DnsQuestion(Name, DnsRecordType.A), out _));
        Assert.True(ResponseReader.TryRead(message.Count(6, DnsLimits.Records).Bytes, new DnsQuestion(Name, DnsRecordType.A), out _));
    }

    private static void Take(byte[] message, DnsQuestion question)
    {
        ResponseReader.IsFor(message, 0, question);
        if (!ResponseReader.TryRead(message, question, out var response)) return;
        new AliasChain(question).Take(response, "server");
        foreach (var record in response.Answers) Assert.NotEmpty(RecordText.Of(record.Content));
    }

    private static byte[] Question(DnsRecordType type)
    {
        var buffer = new byte[QuestionWriter.MaxSize];
        return buffer[..QuestionWriter.Write(buffer, 0, new DnsQuestion(Name, type), false)];
    }

    private static byte[] Full(DnsRecordType type) => Message.To(Question(type))
        .Alias("www.example", "a.example")
        .Address("a.example", "192.0.2.1").Address("a.example", "2001:db8::1").Text("a.example", new string('x', 300))
        .Answer("a.example", DnsRecordType.MX, 60, [0, 10, .. Message.Name("mx.example")])
        .Answer("a.example", DnsRecordType.PTR, 60, [1, (byte)'p', 0xc0, 12])
        .Answer("a.example", DnsRecordType.TLSA, 60, [3, 1, 1, 1, 2, 3])
        .Answer("a.example", DnsRecordType.CAA, 60, [0, 5, .. "issueca.example"u8])
        .Answer("a.example", DnsRecordType.SOA, 60, [.. Message.Name("ns.example"), .. Message.Name("m.example"), .. new byte[20]])
        .Authority().Bytes;
}
