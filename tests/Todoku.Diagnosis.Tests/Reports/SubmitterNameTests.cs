using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

public sealed class SubmitterNameTests
{
    [Theory]
    [InlineData("user apache", "user apache", "ローカルユーザー apache")]
    [InlineData("login info@example.com", "login info@example.com", "ログインユーザー info@example.com")]
    [InlineData("client 2001:db8::1", "client 2001:db8::1", "接続元 2001:db8::1")]
    [InlineData("server", "the mail server itself", "メールサーバー自身")]
    [InlineData("user user", "user user", "ローカルユーザー user")]
    [InlineData("", "", "")]
    public void Names_the_kind_in_the_readers_language(string submitter, string english, string japanese)
    {
        Assert.Equal(english, ReportTexts.Of(Language.English).Value.Submitter(submitter));
        Assert.Equal(japanese, ReportTexts.Of(Language.Japanese).Value.Submitter(submitter));
    }
}
