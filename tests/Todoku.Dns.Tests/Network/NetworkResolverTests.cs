using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Dns.Network;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Network;

/// <summary>Against servers on loopback, that answer as servers do and as they should not.</summary>
public sealed class NetworkResolverTests
{
    private static readonly DomainName Name = DomainName.Parse("www.example");

    [Fact]
    public async Task Gives_records_with_their_time_and_server()
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Address("WWW.Example", "192.0.2.1", 60).Address("www.example", "192.0.2.2", 30).Authentic());

        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, DnsRecordType.A));

        Assert.Equal(["192.0.2.1", "192.0.2.2"], found.Records.Select(record => RecordText.Of(record)));
        Assert.Equal((TimeSpan.FromSeconds(30), server.Name, true), (found.TimeToLive, found.AnsweredBy, found.IsAuthenticated));
    }

    [Fact]
    public async Task Takes_over_TCP_what_was_cut_off_over_UDP()
    {
        var text = new string('x', 60_000);
        using var server = LoopbackServer.Start(question => [Message.To(question).Truncated().Bytes], question => Message.To(question).Text("www.example", text).Bytes);

        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, DnsRecordType.TXT));

        var record = Assert.IsType<DnsRecord.Text>(Assert.Single(found.Records));
        Assert.Equal((text, 236), (Encoding.ASCII.GetString(record.Value.Span), record.StringLengths.Count));
    }

    [Fact]
    public async Task What_is_cut_off_over_TCP_too_is_malformed()
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Truncated());

        Assert.Equal(DnsFailure.Malformed, await FailureAsync(server));
    }

    [Fact]
    public async Task A_server_that_hangs_up_over_TCP_is_malformed()
    {
        using var server = LoopbackServer.Start(question => [Message.To(question).Truncated().Bytes], _ => null);

        Assert.Equal(DnsFailure.Malformed, await FailureAsync(server));
    }

    [Theory]
    [InlineData(2, DnsFailure.ServerFailure)]
    [InlineData(5, DnsFailure.Refused)]
    [InlineData(9, DnsFailure.Other)]
    public async Task Response_codes_become_failures(int code, DnsFailure failure)
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Code(code));

        Assert.Equal(new DnsAnswer.Failed(failure, server.Name), await AskAsync(server, DnsRecordType.A));
        Assert.Equal(1, server.Questions);
    }

    [Fact]
    public async Task No_such_name_keeps_for_what_the_zone_says()
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Code(3).Authority(900, 600));

        Assert.Equal(new DnsAnswer.NoSuchDomain(TimeSpan.FromSeconds(600)) { AnsweredBy = server.Name }, await AskAsync(server, DnsRecordType.A));
    }

    [Fact]
    public async Task No_record_without_an_authority_is_not_kept()
    {
        using var server = LoopbackServer.Start(question => Message.To(question));

        Assert.Equal(new DnsAnswer.NoData(TimeSpan.Zero) { AnsweredBy = server.Name }, await AskAsync(server, DnsRecordType.A));
    }

    [Fact]
    public async Task A_server_that_does_not_know_EDNS_is_asked_without()
    {
        using var server = LoopbackServer.Start(question => question[11] == 1 ? Message.To(question).Code(1) : Message.To(question).Address("www.example", "192.0.2.1"));

        Assert.IsType<DnsAnswer.Found>(await AskAsync(server, DnsRecordType.A));
    }

    [Fact]
    public async Task The_next_server_is_asked_when_one_fails()
    {
        using var bad = LoopbackServer.Start(question => Message.To(question).Code(2));
        using var good = LoopbackServer.Start(question => Message.To(question).Address("www.example", "192.0.2.1"));

        var answer = await Resolver([bad.Address, good.Address], TimeProvider.System).AskAsync(Name, DnsRecordType.A, TestContext.Current.CancellationToken);

        Assert.Equal(good.Name, answer.AnsweredBy);
    }

    [Fact]
    public async Task Silence_ends_after_the_time_for_all()
    {
        var time = new FakeTimeProvider();
        using var server = LoopbackServer.Start(_ => null);
        var asking = Resolver([server.Address], time).AskAsync(Name, DnsRecordType.A, CancellationToken.None).AsTask();
        for (var round = 0; round < 2; round++)
        {
            await server.Asked.WaitAsync(TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromSeconds(2.5));
        }

        Assert.Equal(new DnsAnswer.Failed(DnsFailure.TimedOut, server.Name), await asking);
    }

    [Fact]
    public async Task A_server_that_never_spoke_costs_little_time_until_it_does()
    {
        var time = new FakeTimeProvider();
        var isAwake = false;
        using var server = LoopbackServer.Start(question => isAwake ? Message.To(question).Address("www.example", "192.0.2.1") : null);
        var resolver = Resolver([server.Address], time);
        await AskInVainAsync(2.5, 2.5);
        await AskInVainAsync(2.5, 2.5);
        await AskInVainAsync(0.5);
        isAwake = true;
        Assert.IsType<DnsAnswer.Found>(await resolver.AskAsync(Name, DnsRecordType.A, CancellationToken.None));
        isAwake = false;
        await AskInVainAsync(2.5, 2.5);

        async Task AskInVainAsync(params double[] seconds)
        {
            var asking = resolver.AskAsync(Name, DnsRecordType.A, CancellationToken.None).AsTask();
            foreach (var step in seconds)
            {
                await server.Asked.WaitAsync(TestContext.Current.CancellationToken);
                Assert.False(asking.IsCompleted);
                time.Advance(TimeSpan.FromSeconds(step));
            }
            Assert.Equal(new DnsAnswer.Failed(DnsFailure.TimedOut, server.Name), await asking);
        }
    }

    [Fact]
    public async Task A_server_that_never_spoke_is_asked_after_the_others()
    {
        var time = new FakeTimeProvider();
        using var dead = LoopbackServer.Start(_ => null);
        using var server = LoopbackServer.Start(question => Message.To(question).Address("www.example", "192.0.2.1"));
        var resolver = Resolver([dead.Address, server.Address], time);
        for (var question = 0; question < 4; question++)
        {
            var asking = resolver.AskAsync(Name, DnsRecordType.A, CancellationToken.None).AsTask();
            await dead.Asked.WaitAsync(TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromSeconds(1.25));
            Assert.IsType<DnsAnswer.Found>(await asking);
        }

        Assert.IsType<DnsAnswer.Found>(await resolver.AskAsync(Name, DnsRecordType.A, CancellationToken.None));
        Assert.Equal(4, dead.Questions);
    }

    [Fact]
    public async Task A_caller_can_give_up()
    {
        using var server = LoopbackServer.Start(_ => null);
        using var cancel = new CancellationTokenSource();
        var asking = Resolver([server.Address], new FakeTimeProvider()).AskAsync(Name, DnsRecordType.A, cancel.Token).AsTask();
        await server.Asked.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_told_at_once()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = (IPEndPoint)taken.LocalEndPoint!;

        var answer = await Resolver([address], new FakeTimeProvider()).AskAsync(Name, DnsRecordType.A, CancellationToken.None);

        Assert.Equal(new DnsAnswer.Failed(DnsFailure.Unreachable, address.ToString()), answer);
    }

    [Fact]
    public async Task Without_a_resolver_there_is_no_answer() =>
        Assert.Equal(new DnsAnswer.Failed(DnsFailure.Unreachable, ""), await Resolver([], TimeProvider.System).AskAsync(Name, DnsRecordType.A, CancellationToken.None));

    [Fact]
    public async Task Answers_to_another_question_are_passed_over()
    {
        using var server = LoopbackServer.Start(
            question =>
            [
                [], [1, 2, 3], Message.To(question).Id(0).Address("www.example", "192.0.2.66").Id((ushort)~((question[0] << 8) | question[1])).Bytes,
                Message.To([.. question[..12], 3, (byte)'w', (byte)'w', (byte)'x', .. question[16..]]).Address("wwx.example", "192.0.2.66").Bytes,
                Message.To(question).Address("www.example", "192.0.2.1").Bytes,
            ],
            _ => null);

        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, DnsRecordType.A));

        Assert.Equal("192.0.2.1", RecordText.Of(Assert.Single(found.Records)));
    }

    [Fact]
    public async Task A_flood_of_answers_to_another_question_ends()
    {
        using var server = LoopbackServer.Start(question => Enumerable.Repeat(Message.To(question).Id((ushort)~((question[0] << 8) | question[1])).Bytes, 100), _ => null);

        Assert.Equal(DnsFailure.Malformed, await FailureAsync(server));
    }

    [Fact]
    public async Task Aliases_are_followed_within_an_answer_and_by_further_questions()
    {
        using var server = LoopbackServer.Start(question => Message.QuestionOf(question).Name.ToString() switch
        {
            "www.example" => Message.To(question).Alias("www.example", "a.example", 50).Alias("a.example", "b.example", 40),
            _ => Message.To(question).Address("b.example", "192.0.2.1", 60),
        });

        var found = Assert.IsType<DnsAnswer.Found>(await AskAsync(server, DnsRecordType.A));

        Assert.Equal(["a.example", "b.example"], found.Aliases.Select(alias => alias.ToString()));
        Assert.Equal((TimeSpan.FromSeconds(40), 2), (found.TimeToLive, server.Questions));
    }

    [Theory]
    [InlineData("www.example")]
    [InlineData("a.example")]
    public async Task Aliases_in_a_circle_are_a_loop(string back)
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Alias("www.example", "a.example").Alias("a.example", "b.example").Alias("b.example", back));

        Assert.Equal(DnsFailure.AliasLoop, await FailureAsync(server));
        Assert.Equal(1, server.Questions);
    }

    [Fact]
    public async Task Aliases_in_a_circle_over_several_answers_are_a_loop()
    {
        using var server = LoopbackServer.Start(question => Message.QuestionOf(question).Name.ToString() switch
        {
            "www.example" => Message.To(question).Alias("www.example", "a.example"),
            "a.example" => Message.To(question).Alias("a.example", "b.example"),
            _ => Message.To(question).Alias("b.example", "a.example"),
        });

        Assert.Equal(DnsFailure.AliasLoop, await FailureAsync(server));
        Assert.Equal(3, server.Questions);
    }

    [Fact]
    public async Task Aliases_without_end_are_a_loop()
    {
        var count = 0;
        using var server = LoopbackServer.Start(question => Message.To(question).Alias(Message.QuestionOf(question).Name.ToString(), $"a{count++}.example"));

        Assert.Equal(DnsFailure.AliasLoop, await FailureAsync(server));
        Assert.Equal(DnsLimits.Aliases + 1, server.Questions);
    }

    [Fact]
    public async Task An_alias_to_a_name_that_does_not_exist_says_so()
    {
        using var server = LoopbackServer.Start(question => Message.To(question).Code(3).Alias("www.example", "gone.example", 30).Authority());

        Assert.Equal(new DnsAnswer.NoSuchDomain(TimeSpan.FromSeconds(30)) { AnsweredBy = server.Name }, await AskAsync(server, DnsRecordType.A));
    }

    [Fact]
    public async Task Odd_names_are_asked_and_read_octet_for_octet()
    {
        var odd = DomainName.Parse(@"a\046b\032\255.%{l}+=.example");
        using var server = LoopbackServer.Start(question => Message.To(question).Answer(Message.QuestionOf(question).Name.ToString(), DnsRecordType.PTR, 60, Message.Name(odd.ToString())));

        var answer = await Resolver([server.Address], TimeProvider.System).AskAsync(odd, DnsRecordType.PTR, CancellationToken.None);

        Assert.Equal(new DnsRecord.Name(odd), Assert.Single(Assert.IsType<DnsAnswer.Found>(answer).Records));
    }

    private static async Task<DnsAnswer> AskAsync(LoopbackServer server, DnsRecordType type) =>
        await Resolver([server.Address], TimeProvider.System).AskAsync(Name, type, TestContext.Current.CancellationToken);

    private static async Task<DnsFailure> FailureAsync(LoopbackServer server) => Assert.IsType<DnsAnswer.Failed>(await AskAsync(server, DnsRecordType.TXT)).Failure;

    private static NetworkResolver Resolver(IReadOnlyList<IPEndPoint> servers, TimeProvider time) => new(servers, TimeSpan.FromSeconds(5), time);
}
