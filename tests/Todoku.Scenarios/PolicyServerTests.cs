using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Todoku.Scenarios;

/// <summary><c>todoku check</c> fetches MTA-STS policies from a real web server with TLS, found by a real name server.</summary>
public sealed class PolicyServerTests : IDisposable
{
    private const string Resolver = "203.0.113.53";
    private const string Web = "203.0.113.10";
    private const string Host = "mta-sts.example.com";

    // What the server does is the first argument.
    private const string Server = """
        import http.server, ssl, sys, time
        kind, address, certificate = sys.argv[1:]
        policy = b'version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmax_age: 86400\r\n'
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path != '/.well-known/mta-sts.txt': kind_of = 'good'
                else: kind_of = kind
                if kind_of == 'redirect':
                    self.send_response(302)
                    self.send_header('Location', 'https://mta-sts.example.com/policy.txt')
                    self.send_header('Content-Length', '0')
                    self.end_headers()
                    return
                if kind_of == 'silent': time.sleep(3600)
                body = policy + b'x: ' + b'x' * 100000 if kind_of == 'large' else policy
                self.send_response(404 if kind_of == 'missing' else 200)
                self.send_header('Content-Type', 'text/html' if kind_of == 'html' else 'text/plain')
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def log_message(self, *arguments): pass
        server = http.server.ThreadingHTTPServer((address, 443), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print('listening', file=sys.stderr, flush=True)
        server.serve_forever()
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-policy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("good", Host, "enforced", "mode: enforce, max_age: 86400, mx: mx.example.com")]
    [InlineData("good", "www.example.com", "bad-certificate", "certificate for another name")]
    [InlineData("redirect", Host, "no-policy", "HTTP 302")]
    [InlineData("missing", Host, "no-policy", "HTTP 404")]
    [InlineData("large", Host, "no-policy", "more than 65536 octets")]
    [InlineData("html", Host, "no-policy", "media type text/html, not text/plain")]
    [InlineData("silent", Host, "not-reached", "no answer in time")]
    public async Task The_policy_is_what_the_server_gives(string kind, string name, string outcome, string evidence)
    {
        var result = await CheckAsync(kind, name, isTrusted: true);

        Assert.Equal((outcome, $"https://{Host}/.well-known/mta-sts.txt: {evidence}"), (result.Outcome, result.Evidence));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        var result = await CheckAsync("good", Host, isTrusted: false);

        Assert.Equal("bad-certificate", result.Outcome);
        Assert.EndsWith("certificate from an unknown authority, or its chain is not complete", result.Evidence, StringComparison.Ordinal);
    }

    private async Task<(string? Outcome, string? Evidence)> CheckAsync(string kind, string name, bool isTrusted)
    {
        var missing = NetworkNamespace.Missing() ?? NameServer.Missing() ?? TodokuCommand.Missing();
        Assert.SkipWhen(missing is not null, missing ?? "");
        var ct = TestContext.Current.CancellationToken;
        await using var network = await NetworkNamespace.StartAsync(ct, Resolver, Web);
        await NameServer.StartAsync(network, _folder, [Resolver], new Dictionary<string, string>
        {
            ["example.com"] = $"@ MX 10 mx\nmx A 198.51.100.25\nmta-sts A {Web}\n_mta-sts TXT \"v=STSv1; id=1;\"",
        }, ct);
        var (root, certificate) = WriteCertificates(name);
        await network.ServeAsync("listening", "/usr/bin/python3", ["-c", Server, kind, Web, certificate], ct);
        var trusted = isTrusted ? root : WriteCertificates("other.example").Root;

        var (_, output, errors) = await network.TodokuAsync(trusted, ct, "check", "example.com", "--no-host", "--resolver", Resolver, "--json");

        Assert.Equal("", errors);
        using var json = JsonDocument.Parse(output);
        var result = json.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("check").GetString() == "mta-sts");
        return (result.GetProperty("outcome").GetString(), result.GetProperty("evidence").EnumerateArray().Last().GetString());
    }

    // An authority, and a certificate of it with its key, each a PEM file.
    private (string Root, string Certificate) WriteCertificates(string name)
    {
        var (from, to) = (DateTimeOffset.Parse("2020-01-01T00:00:00Z", provider: null), DateTimeOffset.Parse("2060-01-01T00:00:00Z", provider: null));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest($"CN=Authority {Guid.CreateVersion7()}", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
        var paths = (Root: Path.Combine(_folder, $"{name}-root.pem"), Certificate: Path.Combine(_folder, $"{name}.pem"));
        File.WriteAllText(paths.Root, root.ExportCertificatePem());
        File.WriteAllText(paths.Certificate, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return paths;
    }
}
