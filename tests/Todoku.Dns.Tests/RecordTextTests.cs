using System.Text;
using Todoku.Mail;

namespace Todoku.Dns.Tests;

public sealed class RecordTextTests
{
    [Fact]
    public void Writes_strings_apart_and_escapes_what_is_not_plain() =>
        Assert.Equal("\"v=spf1 \\\"\\\\\\233\" \"-all\"", RecordText.Of(new DnsRecord.Text(Encoding.Latin1.GetBytes("v=spf1 \"\\\u00e9-all"), [10, 4])));

    [Fact]
    public void Cuts_what_is_long() => Assert.Equal("\"xxxx...", RecordText.Of(new DnsRecord.Text(Encoding.ASCII.GetBytes(new string('x', 60_000)), [.. Enumerable.Repeat(250, 240)]), 5));

    [Fact]
    public void Writes_other_types() =>
        Assert.Equal(
            ["10 mx.example.", "0 .", "3 1 1 abcd", "0 issue \"ca.example\""],
            new DnsRecord[]
            {
                new DnsRecord.MailExchanger(10, DomainName.Parse("mx.example")),
                new DnsRecord.MailExchanger(0, DomainName.Root),
                new DnsRecord.TlsAssociation(3, 1, 1, new byte[] { 0xab, 0xcd }),
                new DnsRecord.CertificationAuthority(0, "issue", "ca.example"u8.ToArray()),
            }.Select(record => RecordText.Of(record)));
}
