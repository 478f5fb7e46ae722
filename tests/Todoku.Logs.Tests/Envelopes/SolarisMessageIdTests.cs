using System.Text;
using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Tests.Envelopes;

public class SolarisMessageIdTests
{
    [Theory]
    [InlineData("[ID 197553 mail.info] 9B72: removed", "9B72: removed")]
    [InlineData("9B72: removed", "9B72: removed")]
    [InlineData("", "")]
    public void Is_taken_off_the_text(string text, string expected)
    {
        Assert.True(new EnvelopeReader().TryRead(Encoding.UTF8.GetBytes("Jun  3 10:40:57 mail postfix/smtp[97]: " + text), out var envelope));
        Assert.Equal(expected, Encoding.UTF8.GetString(envelope.Text));
    }
}
