using System.Net;
using CsCheck;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Addresses;

public sealed class GenericNameTests
{
    [Fact]
    public void Every_provider_name_is_told_by_its_sample()
    {
        foreach (var (ending, sample) in GenericName.ProviderNames)
        {
            Assert.EndsWith($".{ending}", sample, StringComparison.Ordinal);
            Assert.NotEqual(GenericNameKind.None, GenericName.Judge(DomainName.Parse(sample), IPAddress.Parse("192.0.2.1"), 2, out _));
        }
    }

    [Theory]
    [InlineData("192.0.2.25", "192-0-2-25.example.net")]
    [InlineData("192.0.2.25", "192x0x2x25.example.net")]
    [InlineData("192.0.2.25", "25.2.0.192.example.net")]
    [InlineData("192.0.2.25", "p2025-ip192000002025.example.net")]
    [InlineData("192.0.2.25", "ip-c0000219.example.net")]
    [InlineData("192.0.2.25", "h-0-2-25.example.net")]
    [InlineData("2001:db8::25", "2001-db8--25.example.net")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db8000100020003000400050006.example.net")]
    [InlineData("2001:db8:1:2:3:4:5:6", "h-0003000400050006.example.net")]
    public void Sees_the_address_in_the_name(string address, string name) =>
        Assert.Equal(GenericNameKind.AddressInName, GenericName.Judge(DomainName.Parse(name), IPAddress.Parse(address), 2, out _));

    [Theory]
    [InlineData("192.0.2.25", "dynamic.example.net", 2)]
    [InlineData("192.0.2.25", "abc123.adsl.example.net", 2)]
    [InlineData("192.0.2.25", "softbank12345.bbtec.example.net", 2)]
    [InlineData("192.0.2.25", "host17.example.net", 2)]
    [InlineData("192.0.2.25", "customer-77.example.net", 2)]
    public void Sees_words_of_access_lines(string address, string name, int ownLabels) =>
        Assert.Equal(GenericNameKind.AccessLine, GenericName.Judge(DomainName.Parse(name), IPAddress.Parse(address), ownLabels, out _));

    [Theory]
    [InlineData("192.0.2.25", "mail.example.com", 2)]
    [InlineData("192.0.2.25", "mx25.example.com", 2)]
    [InlineData("192.0.2.25", "smtp-2-25.example.com", 2)]
    [InlineData("192.0.2.25", "mail.cable.co.jp", 3)]
    [InlineData("192.0.2.25", "dsl.net", 2)]
    [InlineData("192.0.2.25", "host.example.com", 2)]
    [InlineData("192.0.2.25", "static.example.com", 2)]
    [InlineData("192.0.2.25", "pooling.example.com", 2)]
    [InlineData("1.1.1.1", "mail1.example.com", 2)]
    [InlineData("2001:db8::25", "mail.example.com", 2)]
    [InlineData("2001:db8::1", "mx-25-1.example.com", 2)]
    public void Leaves_chosen_names_alone(string address, string name, int ownLabels) =>
        Assert.Equal(GenericNameKind.None, GenericName.Judge(DomainName.Parse(name), IPAddress.Parse(address), ownLabels, out _));

    [Fact]
    public void Judges_any_name() => Gen.Select(Gen.Char['!', '~'].Array[0, 80], Gen.Byte.Array[16], Gen.Bool, Gen.Int[0, 9]).Sample((text, octets, isIPv6, labels) =>
    {
        if (!DomainName.TryParse(new string(text), out var name)) return;
        GenericName.Judge(name, new IPAddress(isIPv6 ? octets : octets[..4]), labels, out var mark);
        Assert.True(mark.Length <= DomainName.MaxLength);
    });
}
