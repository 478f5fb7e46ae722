using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.MtaSts;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.MtaSts;

/// <summary>Policies over real sockets and real TLS.</summary>
public sealed class PolicyOverTlsTests : IDisposable
{
    private const string Host = "mta-sts.example.com";
    private const string Policy = "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 86400\n";

    private readonly TestAuthority _authority = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task Is_fetched_from_its_one_place()
    {
        var request = "";
        var fetch = await FetchAsync(_authority.Issue(Host), asked =>
        {
            request = asked;
            return PolicyServer.Answer(Policy, "text/plain; charset=utf-8");
        });

        Assert.Equal(new PolicyFetch.Fetched(Policy), fetch);
        Assert.StartsWith("GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts.example.com", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.example.com", false, null)]
    [InlineData("www.example.com", false, "certificate for another name")]
    [InlineData("example.com", false, "certificate for another name")]
    [InlineData(Host, true, "certificate expired, or not valid yet")]
    public async Task The_certificate_must_be_valid_for_the_name(string name, bool hasExpired, string? fault)
    {
        var fetch = await FetchAsync(_authority.Issue(name, hasExpired), _ => PolicyServer.Answer(Policy));

        Assert.Equal(fault is null ? new PolicyFetch.Fetched(Policy) : new PolicyFetch.BadCertificate(fault), fetch);
    }

    [Fact]
    public async Task The_certificate_must_be_of_an_authority_that_is_trusted()
    {
        using var other = new TestAuthority();

        Assert.Equal(
            new PolicyFetch.BadCertificate("certificate from an unknown authority, or its chain is not complete"), await FetchAsync(other.Issue(Host), _ => PolicyServer.Answer(Policy)));
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("301 Moved Permanently")]
    [InlineData("308 Permanent Redirect")]
    public async Task No_redirect_is_followed(string status)
    {
        var requests = 0;
        var fetch = await FetchAsync(_authority.Issue(Host), _ => ++requests == 1
            ? PolicyServer.Answer("", status: status, more: $"Location: https://{Host}/.well-known/other.txt\r\n")
            : PolicyServer.Answer(Policy));

        Assert.Equal((new PolicyFetch.Refused($"HTTP {status[..3]}"), 1), (fetch, requests));
    }

    [Theory]
    [InlineData("text/html", "media type text/html, not text/plain")]
    [InlineData("application/octet-stream", "media type application/octet-stream, not text/plain")]
    [InlineData("", "no media type, not text/plain")]
    public async Task Only_plain_text_is_a_policy(string type, string reason) =>
        Assert.Equal(new PolicyFetch.Refused(reason), await FetchAsync(_authority.Issue(Host), _ => PolicyServer.Answer(Policy, type)));

    [Theory]
    [InlineData(HttpPolicyFetcher.MaxSize, true)]
    [InlineData(HttpPolicyFetcher.MaxSize + 1, false)]
    [InlineData(10_000_000, false)]
    public async Task Of_a_large_one_no_more_is_read_than_may_be(int size, bool isTaken)
    {
        var fetch = await FetchAsync(_authority.Issue(Host), _ => PolicyServer.Answer(new string('x', size)));

        if (isTaken) Assert.Equal(size, Assert.IsType<PolicyFetch.Fetched>(fetch).Text.Length);
        else Assert.Equal(new PolicyFetch.Refused("more than 65536 octets"), fetch);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nversion")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("")]
    public async Task An_answer_that_breaks_off_or_is_none_is_no_policy(string octets)
    {
        var fetch = await FetchAsync(_authority.Issue(Host), _ => octets);

        Assert.IsType<PolicyFetch.NotReached>(fetch);
    }

    [Fact]
    public async Task A_header_without_end_is_given_up() =>
        Assert.IsType<PolicyFetch.NotReached>(await FetchAsync(_authority.Issue(Host), _ => $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("X-Padding: " + new string('x', 1000) + "\r\n", 100))}"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silent_server_is_given_up_in_time(bool beginsToAnswer)
    {
        using var server = new PolicyServer(_authority.Issue(Host), _ => beginsToAnswer ? "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nversion: STSv1\n" : null) { HoldsOpen = true };
        using var fetcher = Fetcher(server.Port);
        var fetch = fetcher.FetchAsync(DomainName.Parse("example.com"), TestContext.Current.CancellationToken);
        await server.Asked.WaitAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new PolicyFetch.NotReached("no answer in time"), await fetch);
    }

    [Fact]
    public async Task A_port_without_TLS_or_without_anybody_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var plain = FetchAsync(port);
        using (var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(new PolicyFetch.Refused("no TLS connection"), await plain);

        listener.Stop();
        Assert.Equal(new PolicyFetch.Refused("connection refused"), await FetchAsync(port));
    }

    private async Task<PolicyFetch> FetchAsync(X509Certificate2 certificate, Func<string, string?> answer)
    {
        using var server = new PolicyServer(certificate, answer);
        return await FetchAsync(server.Port);
    }

    private async Task<PolicyFetch> FetchAsync(int port)
    {
        using var fetcher = Fetcher(port);
        return await fetcher.FetchAsync(DomainName.Parse("example.com"), TestContext.Current.CancellationToken);
    }

    private HttpPolicyFetcher Fetcher(int port) =>
        new(new WebZone($"{Host} A 127.0.0.1"), _time, new PolicyTransport { Port = port, TrustAnchors = _authority.Roots, TakesInnerAddresses = true });
}
