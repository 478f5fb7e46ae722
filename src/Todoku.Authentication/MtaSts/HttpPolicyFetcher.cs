using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>
/// Gets policies over HTTPS as a sender must (RFC 8461, section 3.3): the certificate is verified, redirects are not followed, time and size are bounded.
/// The host's name is looked up through our own DNS, and only addresses of the open internet are connected to: the domain is a stranger's.
/// </summary>
public sealed class HttpPolicyFetcher : IPolicyFetcher, IDisposable
{
    /// <summary>The most octets of a policy.</summary>
    public const int MaxSize = 64 * 1024;

    private const int MaxType = 60;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;

    /// <summary>Makes one that asks the network.</summary>
    public HttpPolicyFetcher(IDnsResolver dns, TimeProvider time)
        : this(dns, time, new PolicyTransport())
    {
    }

    /// <summary>Makes one that asks the network, otherwise than senders do.</summary>
    internal HttpPolicyFetcher(IDnsResolver dns, TimeProvider time, PolicyTransport transport)
        : this(Handler(dns, transport), time)
    {
    }

    /// <summary>Makes one over a given transport.</summary>
    internal HttpPolicyFetcher(HttpMessageHandler handler, TimeProvider time)
    {
        _http = new HttpMessageInvoker(handler);
        _time = time;
    }

    /// <inheritdoc/>
    public async Task<PolicyFetch> FetchAsync(DomainName domain, CancellationToken cancellationToken)
    {
        if (PolicyUrl.Of(domain) is not { } url) return new PolicyFetch.Refused("no host name");
        using var limit = new CancellationTokenSource(Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FetchAsync(url, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PolicyFetch.NotReached("no answer in time");
        }
        catch (HttpRequestException error)
        {
            return error.InnerException switch
            {
                CertificateException certificate => new PolicyFetch.BadCertificate(certificate.Message),
                AuthenticationException => new PolicyFetch.Refused("no TLS connection"),
                HostException { IsAbsent: true } host => new PolicyFetch.Refused(host.Message),
                HostException host => new PolicyFetch.NotReached(host.Message),
                SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new PolicyFetch.Refused("connection refused"),
                SocketException socket => new PolicyFetch.NotReached(socket.SocketErrorCode.ToString()),
                _ => new PolicyFetch.NotReached(error.HttpRequestError.ToString()),
            };
        }
        catch (IOException)
        {
            return new PolicyFetch.NotReached("connection lost");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<PolicyFetch> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK) return new PolicyFetch.Refused($"HTTP {(int)response.StatusCode}");
        if (WrongType(response.Content) is { } wrong) return new PolicyFetch.Refused(wrong);
        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[MaxSize + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length > MaxSize ? new PolicyFetch.Refused($"more than {MaxSize} octets") : new PolicyFetch.Fetched(Encoding.UTF8.GetString(buffer, 0, length));
    }

    // Without a type it may be anything; text/plain keeps out what users of a web server upload (RFC 8461, section 3.2).
    private static string? WrongType(HttpContent content) => content.Headers.ContentType?.MediaType is not { } type ? "no media type, not text/plain"
        : type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? null : $"media type {(type.Length > MaxType ? type[..MaxType] : type)}, not text/plain";

    private static SocketsHttpHandler Handler(IDnsResolver dns, PolicyTransport transport) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 32,
        ConnectTimeout = Timeout,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = Trust(transport),
            RemoteCertificateValidationCallback = (_, _, chain, errors) => errors == SslPolicyErrors.None ? true : throw new CertificateException(Fault(chain, errors)),
        },
        ConnectCallback = (context, cancellationToken) => ConnectAsync(dns, context.DnsEndPoint.Host, transport, cancellationToken),
    };

    // What its owner has to mend first.
    private static string Fault(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return "no certificate";
        var flags = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid)) return "certificate expired, or not valid yet";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return "certificate for another name";
        return flags.HasFlag(X509ChainStatusFlags.UntrustedRoot) || flags.HasFlag(X509ChainStatusFlags.PartialChain) ? "certificate from an unknown authority, or its chain is not complete" : "certificate not valid";
    }

    private static X509ChainPolicy Trust(PolicyTransport transport)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (transport.TrustAnchors is not { } anchors) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(anchors);
        return policy;
    }

    private static async ValueTask<Stream> ConnectAsync(IDnsResolver dns, string host, PolicyTransport transport, CancellationToken cancellationToken)
    {
        var (addresses, trouble) = await AddressesAsync(dns, DomainName.Parse(host), transport, cancellationToken).ConfigureAwait(false);
        if (trouble is not null) throw trouble;
        SocketException? failed = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, transport.Port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException error)
            {
                failed = error;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failed ?? new SocketException((int)SocketError.HostUnreachable);
    }

    // IPv4 first: many machines have no way out by IPv6.
    private static async Task<(IReadOnlyList<IPAddress> Addresses, HostException? Trouble)> AddressesAsync(
        IDnsResolver dns, DomainName host, PolicyTransport transport, CancellationToken cancellationToken)
    {
        List<IPAddress> addresses = [];
        DnsAnswer.Failed? failed = null;
        foreach (var type in (DnsRecordType[])[DnsRecordType.A, DnsRecordType.AAAA])
        {
            var answer = await dns.AskAsync(host, type, cancellationToken).ConfigureAwait(false);
            if (answer is DnsAnswer.Found found) addresses.AddRange(found.Records.OfType<DnsRecord.Address>().Select(record => record.Value).Take(4));
            failed = answer as DnsAnswer.Failed ?? failed;
        }
        var open = addresses.Where(address => transport.TakesInnerAddresses || GlobalAddress.Is(address)).ToArray();
        if (open.Length > 0) return (open, null);
        if (addresses.Count > 0) return ([], new HostException($"{host} has private addresses only", isAbsent: true));
        return ([], failed is null ? new HostException($"{host} has no address", isAbsent: true) : new HostException($"{host}: {FailureText.Of(failed.Failure)}", isAbsent: false));
    }

    private sealed class CertificateException(string fault) : AuthenticationException(fault);

    private sealed class HostException(string message, bool isAbsent) : IOException(message)
    {
        public bool IsAbsent => isAbsent;
    }
}
