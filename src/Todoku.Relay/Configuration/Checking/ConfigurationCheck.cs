using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Todoku.Relay.Intake.Users;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>Looks whether the world is as a configuration counts on it: ports, names, keys, certificates, folders.</summary>
/// <param name="configuration">The configuration, which has no errors of its own.</param>
/// <param name="seams">The world.</param>
public sealed class ConfigurationCheck(RelayConfiguration configuration, CheckSeams seams)
{
    /// <summary>A certificate that ends sooner than this should have been renewed (those of Let's Encrypt are renewed a month before).</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>Looks at everything.</summary>
    public async Task<IReadOnlyList<ConfigurationFact>> RunAsync(CancellationToken cancellation)
    {
        var names = new NameChecks(configuration, seams);
        // What is asked of DNS goes on at once, so that a dead resolver costs its patience once.
        var dns = new List<Task<IReadOnlyList<ConfigurationFact>>> { names.PathsAsync(cancellation), names.KeysAsync(cancellation), names.BouncesAsync(cancellation) };
        var facts = new List<ConfigurationFact>();
        facts.AddRange(Ports());
        facts.AddRange(Certificates());
        facts.AddRange(new AccountChecks(configuration).Run());
        facts.AddRange(Users());
        foreach (var group in dns) facts.AddRange(await group.ConfigureAwait(false));
        return facts;
    }

    private IEnumerable<ConfigurationFact> Ports()
    {
        if (IsRunning())
        {
            yield return new ConfigurationFact.IsRunning();
            yield break;
        }
        var others = new[] { configuration.Http?.EndPoint, configuration.Metrics }.OfType<System.Net.IPEndPoint>();
        foreach (var place in configuration.Listeners.Select(listener => listener.EndPoint).Concat(others))
        {
            yield return PortProbe.Try(place) is var (fault, detail) ? new ConfigurationFact.CannotListen(place, fault, detail) : new ConfigurationFact.CanListen(place);
        }
    }

    private bool IsRunning()
    {
        if (!File.Exists(configuration.ControlSocket)) return false;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(configuration.ControlSocket));
            return true;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            return false;
        }
    }

    private IEnumerable<ConfigurationFact> Certificates()
    {
        var files = configuration.Listeners.Select(listener => listener.Certificate).Append(configuration.Http?.Certificate).OfType<CertificateFiles>().Distinct();
        return files.SelectMany(Certificate);
    }

    private IEnumerable<ConfigurationFact> Certificate(CertificateFiles files)
    {
        X509Certificate2? certificate = null;
        try
        {
            certificate = X509CertificateLoader.LoadCertificate(PemOctets(File.ReadAllText(files.Certificate)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            // Changed since the configuration was read, which the next reading says.
        }
        if (certificate is null) yield break;
        using (certificate)
        {
            var now = seams.Time.GetUtcNow();
            var until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
            if (now > until || now < certificate.NotBefore.ToUniversalTime()) yield return new ConfigurationFact.CertificateEnded(files.Certificate, until);
            else if (until - now < Soon) yield return new ConfigurationFact.CertificateEndsSoon(files.Certificate, until);
            else yield return new ConfigurationFact.CertificateHolds(files.Certificate, until);
            if (!certificate.MatchesHostname(configuration.HostName.ToString())) yield return new ConfigurationFact.CertificateOfOthers(files.Certificate, configuration.HostName);
        }
    }

    private IEnumerable<ConfigurationFact> Users()
    {
        if (configuration.UsersFile is not { } file) yield break;
        ConfigurationFact fact;
        try
        {
            fact = new ConfigurationFact.Users(UsersFile.Read(file).Users.Count);
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            fact = new ConfigurationFact.UsersBroken(error.Message);
        }
        yield return fact;
    }

    private static byte[] PemOctets(string pem)
    {
        var fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }
}
