using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.MtaSts;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.MtaSts;

public sealed class HttpPolicyFetcherTests
{
    private static readonly DomainName Domain = DomainName.Parse("example.com");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Asks_the_one_place_where_a_policy_is()
    {
        Uri? asked = null;
        var fetch = await FetchAsync(request =>
        {
            asked = request.RequestUri;
            return new HttpResponseMessage { Content = new StringContent("version: STSv1") };
        });

        Assert.Equal(new PolicyFetch.Fetched("version: STSv1"), fetch);
        Assert.Equal("https://mta-sts.example.com/.well-known/mta-sts.txt", asked?.ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task Takes_status_200_alone(HttpStatusCode status) =>
        Assert.Equal(new PolicyFetch.Refused($"HTTP {(int)status}"), await FetchAsync(_ => new HttpResponseMessage(status)));

    [Fact]
    public async Task Stops_at_the_size_limit() =>
        Assert.IsType<PolicyFetch.Refused>(await FetchAsync(_ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) { Headers = { ContentType = new("text/plain") } } }));

    [Fact]
    public async Task Tells_a_server_without_TLS_from_a_bad_network()
    {
        Assert.IsType<PolicyFetch.Refused>(await FetchAsync(_ => throw new HttpRequestException("", new AuthenticationException())));
        Assert.IsType<PolicyFetch.NotReached>(await FetchAsync(_ => throw new HttpRequestException("")));
        Assert.IsType<PolicyFetch.NotReached>(await FetchAsync(_ => throw new HttpIOException(HttpRequestError.ResponseEnded)));
    }

    [Fact]
    public async Task Gives_up_in_time()
    {
        using var fetcher = new HttpPolicyFetcher(new Handler(async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return new HttpResponseMessage();
        }), _time);
        var fetch = fetcher.FetchAsync(Domain, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new PolicyFetch.NotReached("no answer in time"), await fetch);
    }

    [Theory]
    [InlineData("mta-sts.example.com A 127.0.0.1", "mta-sts.example.com has private addresses only")]
    [InlineData("mta-sts.example.com A 169.254.169.254", "mta-sts.example.com has private addresses only")]
    [InlineData("mta-sts.example.com AAAA ::1", "mta-sts.example.com has private addresses only")]
    [InlineData("example.com A 192.0.2.1", "mta-sts.example.com has no address")]
    [InlineData(null, null)]
    public async Task Connects_to_no_address_of_an_internal_network(string? zone, string? refusal)
    {
        var dns = zone is null ? new WebZone("", "mta-sts.example.com") : new WebZone(zone);
        using var fetcher = new HttpPolicyFetcher(dns, _time);

        var fetch = await fetcher.FetchAsync(Domain, TestContext.Current.CancellationToken);

        Assert.Equal(refusal is null ? new PolicyFetch.NotReached("mta-sts.example.com: SERVFAIL") : new PolicyFetch.Refused(refusal), fetch);
    }

    [Fact]
    public async Task A_name_that_no_url_holds_is_not_asked_for()
    {
        using var fetcher = new HttpPolicyFetcher(new Handler((_, _) => throw new InvalidOperationException("asked")), _time);

        Assert.IsType<PolicyFetch.Refused>(await fetcher.FetchAsync(DomainName.Parse("a/b@c.example"), TestContext.Current.CancellationToken));
    }

    private async Task<PolicyFetch> FetchAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var fetcher = new HttpPolicyFetcher(new Handler((request, _) => Task.FromResult(answer(request))), _time);
        return await fetcher.FetchAsync(Domain, TestContext.Current.CancellationToken);
    }

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
