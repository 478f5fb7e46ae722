using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Dns.Caching;
using Todoku.Mail;

namespace Todoku.Dns.Tests.Caching;

public sealed class CachingResolverTests
{
    private static readonly DomainName Name = DomainName.Parse("www.example");
    private static readonly DnsRecord[] Records = [new DnsRecord.Address(IPAddress.Loopback)];

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Keeps_records_as_long_as_they_allow()
    {
        var (inner, cache) = Of(new DnsAnswer.Found(Records, TimeSpan.FromSeconds(60)));

        Assert.False((await AskAsync(cache)).IsCached);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.True((await AskAsync(cache)).IsCached);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await AskAsync(cache)).IsCached);
        Assert.Equal(2, inner.Questions.Count);
    }

    [Fact]
    public async Task A_kept_answer_is_given_at_once()
    {
        var (_, cache) = Of(new DnsAnswer.Found(Records, TimeSpan.FromSeconds(60)));
        await AskAsync(cache);

        var first = cache.AskAsync(Name, DnsRecordType.A, CancellationToken.None);
        var second = cache.AskAsync(Name, DnsRecordType.A, CancellationToken.None);

        Assert.True(first.IsCompletedSuccessfully);
        Assert.Same(await first, await second);
    }

    [Fact]
    public async Task A_kept_answer_costs_no_memory()
    {
        var (_, cache) = Of(new DnsAnswer.Found(Records, TimeSpan.FromSeconds(60)));
        await AskAsync(cache);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) await cache.AskAsync(Name, DnsRecordType.A, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    public static TheoryData<DnsAnswer, int> Bounds => new()
    {
        { new DnsAnswer.Found(Records, TimeSpan.FromDays(7)), 24 * 3600 },
        { new DnsAnswer.NoData(TimeSpan.FromDays(1)), 3 * 3600 },
        { new DnsAnswer.NoSuchDomain(TimeSpan.FromDays(1)), 3 * 3600 },
        { new DnsAnswer.NoSuchDomain(TimeSpan.FromSeconds(5)), 5 },
        { new DnsAnswer.Failed(DnsFailure.TimedOut, ""), 5 },
        { new DnsAnswer.Failed(DnsFailure.ServerFailure, ""), 5 },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task Nothing_is_kept_longer_than_the_bound(DnsAnswer answer, int seconds)
    {
        var (inner, cache) = Of(answer);
        await AskAsync(cache);
        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.True((await AskAsync(cache)).IsCached);
        _time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(cache);

        Assert.Equal(2, inner.Questions.Count);
    }

    public static TheoryData<DnsAnswer> NotKept => new()
    {
        new DnsAnswer.Found(Records, TimeSpan.Zero),
        new DnsAnswer.NoData(TimeSpan.Zero),
        new DnsAnswer.NoSuchDomain(TimeSpan.Zero),
        new DnsAnswer.Failed(DnsFailure.Unreachable, ""),
    };

    [Theory]
    [MemberData(nameof(NotKept))]
    public async Task Answers_without_time_are_not_kept(DnsAnswer answer)
    {
        var (inner, cache) = Of(answer);

        await AskAsync(cache);
        await AskAsync(cache);

        Assert.Equal(2, inner.Questions.Count);
    }

    [Fact]
    public async Task The_same_question_twice_at_a_time_goes_out_once_and_one_may_give_up()
    {
        var answer = new TaskCompletionSource<DnsAnswer>();
        var inner = new ScriptedResolver(_ => answer.Task);
        var cache = new CachingResolver(inner, _time);
        using var cancel = new CancellationTokenSource();
        var first = cache.AskAsync(Name, DnsRecordType.A, cancel.Token).AsTask();
        var second = cache.AskAsync(Name, DnsRecordType.A, CancellationToken.None).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult(new DnsAnswer.NoData(TimeSpan.Zero));

        Assert.IsType<DnsAnswer.NoData>(await second);
        Assert.Single(inner.Questions);
    }

    [Fact]
    public async Task Types_are_kept_apart()
    {
        var (inner, cache) = Of(new DnsAnswer.NoData(TimeSpan.FromHours(1)));

        await cache.AskAsync(Name, DnsRecordType.A, CancellationToken.None);
        await cache.AskAsync(Name, DnsRecordType.AAAA, CancellationToken.None);

        Assert.Equal(2, inner.Questions.Count);
    }

    [Fact]
    public void The_number_of_answers_is_bounded_and_what_is_used_stays()
    {
        var store = new AnswerStore(100, long.MaxValue);
        for (var i = 0; i < 10_000; i++)
        {
            store.Keep(Question($"n{i}.example"), new DnsAnswer.NoData(TimeSpan.Zero), 1);
            Assert.NotNull(store.Find(Question("n0.example"), 0));
            Assert.InRange(store.Count, 0, 100);
        }
        Assert.Null(store.Find(Question("n1.example"), 0));
        Assert.NotNull(store.Find(Question("n9999.example"), 0));
    }

    [Fact]
    public void The_size_of_answers_is_bounded()
    {
        var store = new AnswerStore(int.MaxValue, 100_000);
        var large = new DnsAnswer.Found([new DnsRecord.Text(new byte[20_000], [])], TimeSpan.Zero);
        for (var i = 0; i < 100; i++)
        {
            store.Keep(Question($"n{i}.example"), large, 1);
            Assert.InRange(store.Count, 1, 4);
        }
        store.Keep(Question("huge.example"), new DnsAnswer.Found([new DnsRecord.Text(new byte[60_000], [])], TimeSpan.Zero), 1);
        Assert.Null(store.Find(Question("huge.example"), 0));
    }

    private static DnsQuestion Question(string name) => new(DomainName.Parse(name), DnsRecordType.A);

    private static async Task<DnsAnswer> AskAsync(CachingResolver cache) => await cache.AskAsync(Name, DnsRecordType.A, TestContext.Current.CancellationToken);

    private (ScriptedResolver Inner, CachingResolver Cache) Of(DnsAnswer answer)
    {
        var inner = new ScriptedResolver(_ => answer);
        return (inner, new CachingResolver(inner, _time));
    }
}
