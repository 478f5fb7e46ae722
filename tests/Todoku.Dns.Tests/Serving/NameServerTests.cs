using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CsCheck;
using Todoku.Dns.Network;
using Todoku.Dns.Serving;
using Todoku.Dns.Wire;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Serving;

/// <summary>The name server, asked by the resolver that the rest of Todoku asks with, over real sockets.</summary>
public sealed class NameServerTests
{
    private const string Zone = """
        $ORIGIN example.com.
        $TTL 60
        @ SOA ns hostmaster 7 3600 600 86400 30
        @ MX 10 mx
        @ TXT "v=spf1 ip4:192.0.2.1 " "-all"
        mx A 192.0.2.1
        mx AAAA 2001:db8::1
        10.2.0.192.in-addr.arpa. PTR mx
        _25._tcp.mx TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        @ CAA 0 issue "ca.example"
        """;

    [Theory]
    [InlineData("example.com", DnsRecordType.MX, "10 mx.example.com.")]
    [InlineData("EXAMPLE.com", DnsRecordType.TXT, "\"v=spf1 ip4:192.0.2.1 \" \"-all\"")]
    [InlineData("mx.example.com", DnsRecordType.A, "192.0.2.1")]
    [InlineData("mx.example.com", DnsRecordType.AAAA, "2001:db8::1")]
    [InlineData("10.2.0.192.in-addr.arpa", DnsRecordType.PTR, "mx.example.com.")]
    [InlineData("_25._tcp.mx.example.com", DnsRecordType.TLSA, "3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("example.com", DnsRecordType.CAA, "0 issue \"ca.example\"")]
    [InlineData("example.com", DnsRecordType.SOA, "ns.example.com. hostmaster.example.com. 7 30")]
    public async Task Every_type_comes_back_as_it_is(string name, DnsRecordType type, string record)
    {
        await using var server = Start();

        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, name, type));

        Assert.Equal(record, RecordText.Of(Assert.Single(found.Records)));
        Assert.Equal(TimeSpan.FromSeconds(60), found.TimeToLive);
    }

    [Fact]
    public async Task What_does_not_exist_is_told_with_the_time_of_the_zone()
    {
        await using var server = Start();

        var none = Assert.IsType<DnsAnswer.NoSuchDomain>(await AskAsync(server, "www.example.com", DnsRecordType.A));
        var noData = Assert.IsType<DnsAnswer.NoData>(await AskAsync(server, "mx.example.com", DnsRecordType.TXT));

        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (none.TimeToLive, noData.TimeToLive));
    }

    [Fact]
    public async Task What_does_not_fit_a_datagram_comes_over_TCP()
    {
        var records = string.Concat(Enumerable.Range(0, 100).Select(i => $"long.example.com. 60 TXT \"{new string('x', 200)}{i}\"\n"));
        await using var server = Start(records);

        Assert.True((await ExchangeAsync(server, Question("long.example.com", DnsRecordType.TXT)))[2] is var flags && (flags & 0x02) != 0, "TC");
        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, "long.example.com", DnsRecordType.TXT));

        Assert.Equal(100, found.Records.Count);
    }

    [Fact]
    public async Task It_answers_with_authority_and_repeats_the_question()
    {
        await using var server = Start();
        var question = Question("example.com", DnsRecordType.MX);

        var answer = await ExchangeAsync(server, question);

        Assert.Equal(question.AsSpan(0, 2), answer.AsSpan(0, 2));
        // QR, AA, RD and RA.
        Assert.Equal(0x8580, BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(2)));
        Assert.Equal(question.AsSpan(12, 17), answer.AsSpan(12, 17));
    }

    [Fact]
    public async Task Several_questions_go_over_one_TCP_connection()
    {
        await using var server = Start();
        using var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint);
        var question = Question("mx.example.com", DnsRecordType.A);
        for (var i = 0; i < 3; i++)
        {
            await client.GetStream().WriteAsync((byte[])[0, (byte)question.Length, .. question]);
            var head = new byte[2];
            await client.GetStream().ReadExactlyAsync(head);
            var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await client.GetStream().ReadExactlyAsync(answer);

            Assert.Equal(1, BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(6)));
        }
    }

    [Theory]
    [InlineData(0x28, 4)]
    [InlineData(0x00, 1, 5)]
    public async Task What_is_not_asked_as_it_should_be_is_refused(int opCode, int code, int questions = 1)
    {
        await using var server = Start();
        var question = Question("example.com", DnsRecordType.A);
        question[2] |= (byte)opCode;
        question[5] = (byte)questions;

        Assert.Equal(code, (await ExchangeAsync(server, question))[3] & 0xf);
    }

    [Fact]
    public void An_answer_is_never_answered()
    {
        var question = Question("example.com", DnsRecordType.A);
        question[2] |= 0x80;

        Assert.False(QueryReader.TryRead(question, out _));
    }

    [Fact]
    public void Nothing_that_is_sent_throws() => Gen.Byte.Array[0, 80].Sample(message => { QueryReader.TryRead(message, out _); });

    [Fact]
    public void Nothing_that_is_nearly_a_question_throws() => Gen.Select(Gen.Int[0, 39], Gen.Byte).Array[1, 6].Sample(changes =>
    {
        var question = Question("www.example.com", DnsRecordType.A);
        foreach (var (at, octet) in changes)
            if (at < question.Length) question[at] = octet;
        if (!QueryReader.TryRead(question, out var query)) return;
        AnswerWriter.Write(query, ServedAnswer.Of(query.Refusal), 512);
    });

    private static NameServer Start(string more = "") => NameServer.Start(new IPEndPoint(IPAddress.Loopback, 0), new Content($"{Zone}\n{more}"), TimeProvider.System);

    private static ValueTask<DnsAnswer> AskAsync(NameServer server, string name, DnsRecordType type) =>
        new NetworkResolver([server.EndPoint], TimeSpan.FromSeconds(30), TimeProvider.System).AskAsync(DomainName.Parse(name), type, TestContext.Current.CancellationToken);

    private static byte[] Question(string name, DnsRecordType type)
    {
        var buffer = new byte[QuestionWriter.MaxSize];
        return buffer[..QuestionWriter.Write(buffer, 4711, new DnsQuestion(DomainName.Parse(name), type), true)];
    }

    private static async Task<byte[]> ExchangeAsync(NameServer server, byte[] question)
    {
        using var client = new UdpClient();
        client.Connect(server.EndPoint);
        await client.SendAsync(question);
        return (await client.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer;
    }

    private sealed class Content(string zone) : INameServerContent
    {
        private readonly ZoneFile _file = ZoneFile.Parse(zone);

        public async ValueTask<ServedAnswer> AnswerAsync(DnsQuestion question, CancellationToken cancellationToken)
        {
            var authority = _file.Records.First(record => record.Type == DnsRecordType.SOA);
            return await new ZoneResolver([_file], null).AskAsync(question.Name, question.Type, cancellationToken) switch
            {
                DnsAnswer.Found found => new ServedAnswer(ServedCode.NoError, [.. found.Records.Select(one => new ZoneRecord(question.Name, question.Type, found.TimeToLive, one, 0))], null),
                DnsAnswer.NoData => new ServedAnswer(ServedCode.NoError, [], authority),
                _ => new ServedAnswer(ServedCode.NoSuchName, [], authority),
            };
        }
    }
}
