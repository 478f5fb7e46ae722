using Todoku.Apply.Php;

namespace Todoku.Apply.Tests.Php;

/// <summary>One directive of php.ini or a pool.</summary>
public sealed class IniFileTests
{
    [Fact]
    public void The_last_line_counts_and_is_replaced() => Assert.Equal(
        "sendmail_path = a\n[mail function]\nsendmail_path = \"/x -t\"\n", IniFile.Set("sendmail_path = a\n[mail function]\nsendmail_path = b\n", "mail function", "sendmail_path", "/x -t"));

    [Fact]
    public void It_comes_after_the_comment_that_shows_it() => Assert.Equal(
        "[mail function]\n; For Unix only.\n;sendmail_path =\nsendmail_path = \"/x\"\n; more\n\n[SQL]\n",
        IniFile.Set("[mail function]\n; For Unix only.\n;sendmail_path =\n; more\n\n[SQL]\n", "mail function", "sendmail_path", "/x"));

    [Fact]
    public void It_comes_at_the_end_of_its_section() => Assert.Equal(
        "[mail function]\na = 1\nsendmail_path = \"/x\"\n\n[SQL]\n", IniFile.Set("[mail function]\na = 1\n\n[SQL]\n", "mail function", "sendmail_path", "/x"));

    [Fact]
    public void Without_its_section_both_come_last() => Assert.Equal("a = 1\n[mail function]\nsendmail_path = \"/x\"\n", IniFile.Set("a = 1\n", "mail function", "sendmail_path", "/x"));

    [Fact]
    public void In_another_pool_the_same_name_is_something_else()
    {
        const string text = "[shop]\nuser = a\n[blog]\nphp_admin_value[sendmail_path] = /b\n";

        Assert.Null(IniFile.Get(text, "php_admin_value[sendmail_path]", "shop"));
        Assert.Equal(
            "[shop]\nuser = a\nphp_admin_value[sendmail_path] = \"/x\"\n[blog]\nphp_admin_value[sendmail_path] = /b\n",
            IniFile.Set(text, "shop", "php_admin_value[sendmail_path]", "/x", isOfSection: true));
    }

    [Theory]
    [InlineData("sendmail_path = \"/x -t\" ; why\n", "/x -t")]
    [InlineData("sendmail_path = /x -t ; why\n", "/x -t")]
    [InlineData(";sendmail_path = /x\n", null)]
    public void Reads_the_value(string text, string? value) => Assert.Equal(value, IniFile.Get(text, "sendmail_path"));

    [Fact]
    public void A_quote_in_the_value_is_refused() => Assert.Throws<ArgumentException>(() => IniFile.Set("", "mail function", "sendmail_path", "/x\" y"));
}
