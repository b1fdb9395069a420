package org.socketconsole.web;

import org.socketconsole.page.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

import java.util.Locale;

/// A page is in the language that was chosen in Settings, which is the only cookie of the console,
/// or else in one that the browser asks for.
@Configuration(proxyBeanMethods = false)
class ChosenLanguage {

    private static final String COOKIE = "socket-console.language";

    @Bean
    LocaleResolver localeResolver(Words words) {
        AcceptHeaderLocaleResolver asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(words.locales());
        asked.setDefaultLocale(Locale.ENGLISH);
        CookieLocaleResolver chosen = new CookieLocaleResolver(COOKIE);
        chosen.setRejectInvalidCookies(false);
        chosen.setDefaultLocaleFunction(asked::resolveLocale);
        return chosen;
    }
}
