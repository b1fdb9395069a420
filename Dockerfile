# syntax=docker/dockerfile:1
# The page, the jar, its AOT cache, and last an image with a JRE and nothing to build with.

FROM node:20-bookworm-slim AS frontend
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY docs/openapi.json docs/openapi.json
COPY src/main src/main
COPY --from=frontend /build/target/classes/static/assets target/classes/static/assets
RUN mvn -B -q -Dmaven.test.skip -DskipFrontend package

FROM eclipse-temurin:25-jre AS train
WORKDIR /app
COPY --from=build /build/target/socket-console-*.jar /packed/socket-console.jar
COPY src/main/scripts/java.options ./
RUN java -Djarmode=tools -jar /packed/socket-console.jar extract --destination .
# The same options as below: a cache is for one set of them.
RUN java @java.options -XX:AOTCacheOutput=socket-console.aot \
    -Dspring.context.exit=onRefresh -jar socket-console.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --uid 10001 console
WORKDIR /app
COPY --from=train /app ./
USER console
# Reached through a published port: publish it on loopback, -p 127.0.0.1:8080:8080.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD \
    ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET / HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "@java.options", "-XX:AOTCache=socket-console.aot", "-jar", "socket-console.jar"]
