namespace Todoku.Apply.Php;

/// <summary>The configuration that one kind of PHP reads: php.ini, then the files of a folder by name, and for php-fpm its pools.</summary>
/// <param name="Ini">php.ini.</param>
/// <param name="Extra">The folder whose *.ini files are read after it.</param>
/// <param name="Pools">The folder of php-fpm's pools; null where it is none of php-fpm.</param>
/// <param name="Service">The systemd unit that must be told; null: each run reads it anew.</param>
/// <param name="Tester">The program that tests a configuration of php-fpm.</param>
internal sealed record PhpTree(string Ini, string Extra, string? Pools, string? Service, string? Tester);
