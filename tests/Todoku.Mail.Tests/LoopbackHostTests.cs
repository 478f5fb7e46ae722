using System.Text;

namespace Todoku.Mail.Tests;

public sealed class LoopbackHostTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "mail", true)]
    [InlineData("localhost", "::1", "mail", true)]
    [InlineData("localhost.localdomain", "127.0.0.1", "mail", true)]
    [InlineData("mail.example.com", "127.0.1.1", "mail", true)]
    [InlineData("mail.example.com", "127.0.1.1", "mail.example.com", true)]
    [InlineData("localhost", "", "mail", true)]
    [InlineData("", "127.0.0.1", "mail", true)]
    [InlineData("", "", "mail", false)]
    [InlineData("gmail-smtp-in.l.google.com", "127.0.1.1", "web1", false)]
    [InlineData("mailserver.example.com", "127.0.1.1", "mail", false)]
    [InlineData("mail.example.com", "198.51.100.7", "mail", false)]
    [InlineData("localhost", "198.51.100.7", "mail", false)]
    public void Tells_a_next_hop_that_is_this_host(string name, string address, string sender, bool expected) =>
        Assert.Equal(expected, LoopbackHost.Is(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(address), Encoding.UTF8.GetBytes(sender)));
}
