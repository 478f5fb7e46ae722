using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Configuration;
using Todoku.Relay.Operating;

namespace Todoku.Relay.Tests.Operating;

public sealed class ReloadingCertificateTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takes_a_renewed_certificate_and_keeps_the_old_one_while_only_half_is_there()
    {
        var (old, renewed) = (new TestCertificate("old.example.com"), new TestCertificate("new.example.com"));
        var files = new CertificateFiles(_folder.Write("cert.pem", old.Pem), _folder.Write("key.pem", old.KeyPem));
        var certificate = new ReloadingCertificate(files, _told.Add, _time);
        Assert.Equal("CN=old.example.com", Subject(certificate));

        File.WriteAllText(files.Certificate, renewed.Pem + "\n");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("CN=old.example.com", Subject(certificate));
        Assert.Contains(files.Certificate, Assert.Single(_told), StringComparison.Ordinal);

        File.WriteAllText(files.Key, renewed.KeyPem + "\n");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("CN=new.example.com", Subject(certificate));
    }

    [Fact]
    public void Follows_a_link_that_is_set_to_another_file()
    {
        var (old, renewed) = (new TestCertificate("old.example.com"), new TestCertificate("new.example.com"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "1"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "2"));
        _folder.Write("1/cert.pem", old.Pem);
        _folder.Write("1/key.pem", old.KeyPem);
        _folder.Write("2/cert.pem", renewed.Pem + "\n");
        _folder.Write("2/key.pem", renewed.KeyPem + "\n");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "live"), Path.Combine(_folder.Path, "1"));
        var files = new CertificateFiles(Path.Combine(_folder.Path, "live", "cert.pem"), Path.Combine(_folder.Path, "live", "key.pem"));
        var certificate = new ReloadingCertificate(files, _told.Add, _time);

        Directory.Delete(Path.Combine(_folder.Path, "live"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "live"), Path.Combine(_folder.Path, "2"));
        certificate.Look();

        Assert.Equal("CN=new.example.com", Subject(certificate));
    }

    private static string? Subject(ReloadingCertificate certificate) => certificate.Options.ServerCertificateContext?.TargetCertificate.Subject;
}
