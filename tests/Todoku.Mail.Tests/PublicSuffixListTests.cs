using System.Text;
using CsCheck;

namespace Todoku.Mail.Tests;

public sealed class PublicSuffixListTests
{
    private static readonly PublicSuffixList Small = new(PublicSuffixList.Compile("""
        // comment
        com
        jp
        co.jp
        *.kawasaki.jp
        !city.kawasaki.jp
        *.ck
        !www.ck
        公司.cn
        cn
        github.io trailing words are no part of a rule
        """));

    [Theory]
    [InlineData("mx.example.com", "example.com")]
    [InlineData("EXAMPLE.Com.", "EXAMPLE.Com")]
    [InlineData("com", "com")]
    [InlineData("a.b.example.co.jp", "example.co.jp")]
    [InlineData("co.jp", "co.jp")]
    [InlineData("a.b.c.kawasaki.jp", "b.c.kawasaki.jp")]
    [InlineData("c.kawasaki.jp", "c.kawasaki.jp")]
    [InlineData("kawasaki.jp", "kawasaki.jp")]
    [InlineData("a.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("a.www.ck", "www.ck")]
    [InlineData("a.b.c.ck", "b.c.ck")]
    [InlineData("a.b.unknown", "b.unknown")]
    [InlineData("x.y.公司.cn", "y.公司.cn")]
    [InlineData("x.y.xn--55qx5d.cn", "y.xn--55qx5d.cn")]
    [InlineData("a.b.github.io", "b.github.io")]
    [InlineData("localhost", "localhost")]
    [InlineData("", "")]
    public void Finds_the_organisational_domain(string name, string expected) => Assert.Equal(expected, Find(Small, name));

    [Fact]
    public void Works_without_rules() => Assert.Equal("co.jp", Find(new PublicSuffixList(PublicSuffixList.Compile("")), "example.co.jp"));

    [Fact]
    public void Agrees_with_the_vectors_of_the_list_itself()
    {
        var list = new PublicSuffixList(PublicSuffixList.Compile(File.ReadAllText(KnowledgeFile("public_suffix_list.dat"))));
        var checkedNames = 0;
        foreach (var words in File.ReadLines(Shared.File("conformance/dmarc/psl_tests.txt")).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (words is not [var name, var expected] || name.StartsWith("//", StringComparison.Ordinal) || name == "null" || name.StartsWith('.')) continue;
            var found = list.TryFindOrganizationalDomain(Encoding.UTF8.GetBytes(name), out var domain) ? Encoding.UTF8.GetString(domain).ToLowerInvariant() : "null";
            Assert.Equal((name, expected.ToLowerInvariant()), (name, found));
            checkedNames++;
        }
        Assert.True(checkedNames > 50);
    }

    [Fact]
    public void Takes_any_bytes() => Gen.Byte.Array[0, 300].Sample(name =>
    {
        var domain = Small.OrganizationalDomain(name);
        return name.AsSpan().EndsWith(domain) || name.AsSpan(0, name.Length - 1).EndsWith(domain);
    });

    private static string Find(PublicSuffixList list, string name) => Encoding.UTF8.GetString(list.OrganizationalDomain(Encoding.UTF8.GetBytes(name)));

    private static string KnowledgeFile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "knowledge", name);
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException(name);
    }
}
